package org.cairnml.boosting;

import org.cairnml.boosting.PackedBins.Slot;

/** The best split of a leaf found so far; overwritten when a better one is found. */
final class Split {

  double gain;
  Slot slot;
  int lastLeftBin;
  final long[] leftBins = new long[4];
  boolean missingLeft;
  long left;

  void clear() {
    gain = 0;
    slot = null;
  }

  boolean exists() {
    return slot != null;
  }

  /** Whether a split of this feature with this gain is better; of equal ones the first feature. */
  boolean isWorseThan(double otherGain, Slot other) {
    return otherGain > gain
        || (otherGain == gain && slot != null && other.feature() < slot.feature());
  }

  void copyFrom(Split other) {
    gain = other.gain;
    slot = other.slot;
    lastLeftBin = other.lastLeftBin;
    System.arraycopy(other.leftBins, 0, leftBins, 0, leftBins.length);
    missingLeft = other.missingLeft;
    left = other.left;
  }

  /** For each code of the slot's lane whether it goes left, as 1 or 0. */
  byte[] leftCodes() {
    byte[] table = new byte[256];
    int missing = slot.bins().count();
    for (int code = 0; code < slot.own().length; code++) {
      int bin = slot.bin(code);
      boolean goes;
      if (bin >= missing) {
        goes = missingLeft;
      } else if (slot.bins().isCategory()) {
        goes = (leftBins[bin >>> 6] >>> bin & 1) != 0;
      } else {
        goes = bin <= lastLeftBin;
      }
      table[code] = (byte) (goes ? 1 : 0);
    }
    return table;
  }

  /** The largest number that goes left, of a split by a number. */
  double threshold() {
    return lastLeftBin == slot.bins().count() - 1
        ? Double.POSITIVE_INFINITY
        : slot.bins().bound(lastLeftBin);
  }
}
