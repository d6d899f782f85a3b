package dev.evenkeel.server.shared;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Optional;

/**
 * What can be handed to programs. Java spells arguments and environment variables in the character
 * set of the locale it was started in, and puts a question mark for every character that has none
 * there, without a word.
 */
public final class LocaleText {
  private static final Charset LOCALE =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private LocaleText() {}

  /** Why one of these would arrive as something else, and what to do; empty when none would. */
  public static Optional<String> obstacle(Collection<String> texts) {
    return obstacle(texts, LOCALE);
  }

  static Optional<String> obstacle(Collection<String> texts, Charset locale) {
    var encoder = locale.newEncoder();
    return texts.stream()
        .filter(text -> !encoder.canEncode(text))
        .findFirst()
        .map(text ->
            "'%s' has characters that this server cannot hand to a program: its locale has the character set %s. Start the server with LC_ALL=C.UTF-8."
                .formatted(text, locale));
  }
}
