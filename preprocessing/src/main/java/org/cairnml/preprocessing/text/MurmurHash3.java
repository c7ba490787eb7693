package org.cairnml.preprocessing.text;

/**
 * The 32-bit hash function MurmurHash3 for x86 by Austin Appleby, who placed it in the public
 * domain.
 */
final class MurmurHash3 {

  private MurmurHash3() {}

  /** The hash of the bytes, with seed 0. */
  static int hash(byte[] bytes) {
    int length = bytes.length;
    int hash = 0;
    int whole = length & ~3;
    for (int i = 0; i < whole; i += 4) {
      int block =
          bytes[i] & 0xff
              | (bytes[i + 1] & 0xff) << 8
              | (bytes[i + 2] & 0xff) << 16
              | bytes[i + 3] << 24;
      hash = Integer.rotateLeft(hash ^ scramble(block), 13) * 5 + 0xe6546b64;
    }
    int rest = 0;
    for (int i = length - 1; i >= whole; i--) {
      rest = rest << 8 | bytes[i] & 0xff;
    }
    hash ^= scramble(rest) ^ length;
    hash = (hash ^ hash >>> 16) * 0x85ebca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }

  private static int scramble(int block) {
    return Integer.rotateLeft(block * 0xcc9e2d51, 15) * 0x1b873593;
  }
}
