package org.cairnml.preprocessing.text;

import java.util.Arrays;

/**
 * Numbers terms 0, 1, 2 ... in the order in which they come. Finds a term by its characters in a
 * longer array, so that no string is made for each word of a text. After the last {@link #add} any
 * number of threads may {@link #find}.
 */
final class TermTable {

  /* Open addressing with linear probing; at most half of the slots are taken. The characters of
  all terms stand one after the other in one array. */

  private int[] slots = new int[64];
  private int[] hashes = new int[32];
  private int[] ends = new int[32];
  private char[] characters = new char[256];
  private int size;

  TermTable() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  /** The number of the term, -1 if it isn't here. */
  int find(char[] text, int from, int to) {
    return slots[slot(text, from, to, hash(text, from, to))];
  }

  /** The number of the term, a new one if it isn't here. */
  int add(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    int slot = slot(text, from, to, hash);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    int start = start(size);
    int length = to - from;
    if (start + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(2 * characters.length, start + length));
    }
    System.arraycopy(text, from, characters, start, length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    ends[size] = start + length;
    hashes[size] = hash;
    slots[slot] = size++;
    if (2 * size > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** Adds the term of this number in another table. */
  int add(TermTable other, int term) {
    return add(other.characters, other.start(term), other.ends[term]);
  }

  /** The term of this number. */
  String term(int term) {
    return new String(characters, start(term), ends[term] - start(term));
  }

  private int start(int term) {
    return term == 0 ? 0 : ends[term - 1];
  }

  private int slot(char[] text, int from, int to, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] >= 0 && !is(slots[slot], text, from, to, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean is(int term, char[] text, int from, int to, int hash) {
    return hashes[term] == hash
        && Arrays.equals(characters, start(term), ends[term], text, from, to);
  }

  private void grow() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, -1);
    int mask = slots.length - 1;
    for (int term = 0; term < size; term++) {
      int slot = hashes[term] & mask;
      while (slots[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = term;
    }
  }

  /** Four characters at a time, since each step waits for the one before. */
  private static int hash(char[] text, int from, int to) {
    int hash = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      hash =
          31 * 31 * 31 * 31 * hash
              + 31 * 31 * 31 * text[i]
              + 31 * 31 * text[i + 1]
              + 31 * text[i + 2]
              + text[i + 3];
    }
    for (; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
