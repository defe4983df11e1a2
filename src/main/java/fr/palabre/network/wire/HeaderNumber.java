package fr.palabre.network.wire;

import fr.palabre.platform.http.HttpResult;
import java.util.Optional;

/** Whole numbers in headers, which come with every answer: read without regular expressions. */
public final class HeaderNumber {
  private static final int LONGEST = 12;

  private HeaderNumber() {}

  /** The header's number; empty if there is none. */
  public static Optional<Long> of(HttpResult.Answer answer, String header) {
    return answer.header(header).filter(it -> isNumber(it, 1, LONGEST)).map(Long::valueOf);
  }

  /** Whether the text is so many digits and nothing else. */
  public static boolean isNumber(String text, int atLeast, int atMost) {
    if (text.length() < atLeast || text.length() > atMost) return false;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return true;
  }
}
