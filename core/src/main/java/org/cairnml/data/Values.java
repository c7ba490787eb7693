package org.cairnml.data;

/** Collects the values of a column of one kind while a file is read. */
interface Values {

  /** Adds the value that the characters stand for, or returns false if there is none. */
  boolean add(char[] buffer, int from, int to);

  /** Adds a missing value. */
  void addMissing();

  /** The values so far as a column; nothing may be added afterwards. */
  Column toColumn(String name);
}
