package org.cairnml.data;

import java.util.Arrays;

/**
 * Numbers texts 0, 1, 2 ... in the order in which they come: the levels of a category, the terms of
 * a vocabulary. Finds a text by its characters in a longer array, so that no string is made of each
 * field of a file or word of a text. After the last {@code add} any number of threads may {@link
 * #find}.
 */
public final class TextNumbers {

  /* Open addressing with linear probing; at most half of the slots are taken. The characters of
  all texts stand one after the other in one array. */

  private int[] slots = new int[64];
  private int[] hashes = new int[32];
  private int[] ends = new int[32];
  private char[] characters = new char[256];
  private int size;

  /** Without any text. */
  public TextNumbers() {
    Arrays.fill(slots, -1);
  }

  /** How many texts there are. */
  public int size() {
    return size;
  }

  /** The number of the text from one place to before another, -1 if it isn't here. */
  public int find(char[] buffer, int from, int to) {
    return slots[slot(buffer, from, to, hash(buffer, from, to))];
  }

  /** The number of the text, a new one if it isn't here. */
  public int add(char[] buffer, int from, int to) {
    int hash = hash(buffer, from, to);
    int slot = slot(buffer, from, to, hash);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    int start = start(size);
    int length = to - from;
    if (start + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(2 * characters.length, start + length));
    }
    System.arraycopy(buffer, from, characters, start, length);
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

  /** The number of a text of other numbers, a new one if it isn't here. */
  public int add(TextNumbers other, int number) {
    return add(other.characters, other.start(number), other.ends[number]);
  }

  /** Whether this is the text of that number. */
  public boolean is(int number, char[] buffer, int from, int to) {
    return Arrays.equals(characters, start(number), ends[number], buffer, from, to);
  }

  /** The text of this number. */
  public String text(int number) {
    return new String(characters, start(number), ends[number] - start(number));
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private int slot(char[] buffer, int from, int to, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] >= 0
        && !(hashes[slots[slot]] == hash && is(slots[slot], buffer, from, to))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, -1);
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      int slot = hashes[number] & mask;
      while (slots[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number;
    }
  }

  /** Four characters at a time, since each step waits for the one before. */
  private static int hash(char[] buffer, int from, int to) {
    int hash = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      hash =
          31 * 31 * 31 * 31 * hash
              + 31 * 31 * 31 * buffer[i]
              + 31 * 31 * buffer[i + 1]
              + 31 * buffer[i + 2]
              + buffer[i + 3];
    }
    for (; i < to; i++) {
      hash = 31 * hash + buffer[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
