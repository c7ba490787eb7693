package org.cairnml.preprocessing.text;

import java.util.Locale;
import java.util.Optional;

/** The domain of an e-mail address, a category that often tells more than the address. */
public final class EmailDomain {

  private EmailDomain() {}

  /**
   * What follows the last {@code @} of an address, in lower case: {@code example.org} for {@code
   * "Ann@Example.org"}, with or without {@code <>} around it as in a mail header. Empty for null
   * and for what is no address: nothing before the {@code @}, or a domain that is empty, begins or
   * ends with a dot, or has characters other than letters, digits, dots and hyphens.
   */
  public static Optional<String> of(String address) {
    if (address == null) {
      return Optional.empty();
    }
    String bare = address.strip();
    if (bare.endsWith(">")) {
      bare = bare.substring(bare.lastIndexOf('<') + 1, bare.length() - 1);
    }
    int at = bare.lastIndexOf('@');
    String domain = bare.substring(at + 1).toLowerCase(Locale.ROOT);
    boolean valid =
        at > 0
            && !domain.isEmpty()
            && !domain.startsWith(".")
            && !domain.endsWith(".")
            && domain
                .codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
    return valid ? Optional.of(domain) : Optional.empty();
  }
}
