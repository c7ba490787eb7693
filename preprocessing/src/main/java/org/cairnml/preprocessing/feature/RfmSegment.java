package org.cairnml.preprocessing.feature;

/**
 * What customers of a recency score and a frequency score, each from 1 to 5, are usually called.
 */
public enum RfmSegment {
  /** Buy often, and did lately: recency 5, frequency 4 or 5. */
  CHAMPIONS("champions"),
  /** Buy often: recency 3 or 4, frequency 4 or 5. */
  LOYAL("loyal customers"),
  /** Might become loyal: recency 4 or 5, frequency 2 or 3. */
  POTENTIAL_LOYALISTS("potential loyalists"),
  /** Bought for the first times just now: recency 5, frequency 1. */
  NEW("new customers"),
  /** Bought little, not long ago: recency 4, frequency 1. */
  PROMISING("promising"),
  /** In the middle: recency 3, frequency 3. */
  NEED_ATTENTION("need attention"),
  /** Fading: recency 3, frequency 1 or 2. */
  ABOUT_TO_SLEEP("about to sleep"),
  /** Bought a good deal, long ago: recency 1 or 2, frequency 3 or 4. */
  AT_RISK("at risk"),
  /** Bought most often, long ago: recency 1 or 2, frequency 5. */
  CANNOT_LOSE("cannot lose them"),
  /** Bought little, long ago: recency 1 or 2, frequency 1 or 2. */
  HIBERNATING("hibernating");

  private final String words;

  RfmSegment(String words) {
    this.words = words;
  }

  /** The segment in words: "at risk". */
  public String words() {
    return words;
  }

  /** The segment of these scores, each from 1 to 5. */
  public static RfmSegment of(int recency, int frequency) {
    if (recency < 1 || recency > 5 || frequency < 1 || frequency > 5) {
      throw new IllegalArgumentException(
          "scores are 1 to 5, but were " + recency + " and " + frequency);
    }
    return switch (recency) {
      case 1, 2 -> frequency == 5 ? CANNOT_LOSE : frequency >= 3 ? AT_RISK : HIBERNATING;
      case 3 -> frequency >= 4 ? LOYAL : frequency == 3 ? NEED_ATTENTION : ABOUT_TO_SLEEP;
      case 4 -> frequency >= 4 ? LOYAL : frequency >= 2 ? POTENTIAL_LOYALISTS : PROMISING;
      default -> frequency >= 4 ? CHAMPIONS : frequency >= 2 ? POTENTIAL_LOYALISTS : NEW;
    };
  }
}
