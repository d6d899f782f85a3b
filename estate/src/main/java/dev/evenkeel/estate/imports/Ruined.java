package dev.evenkeel.estate.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value suffered on its way.
 *
 * @param why a sentence
 * @param wayOut a sentence
 */
record Ruined(String why, String wayOut) {
  private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?E\\+\\d+");
  private static final Pattern MADE_A_DATE =
      Pattern.compile("\\d{1,2}[- .](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)");
  private static final Pattern ERROR =
      Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|#+)");

  static Optional<Ruined> of(String text) {
    if (ROUNDED.matcher(text).matches()) {
      return Optional.of(
          new Ruined(
              "A spreadsheet rounded a long number to '%s'; its digits are lost.".formatted(text),
              "Export it from the source again, with the column formatted as text."));
    }
    if (MADE_A_DATE.matcher(text).matches()) {
      return Optional.of(
          new Ruined(
              "A spreadsheet made the date '%s' of it.".formatted(text),
              "Export it from the source again, with the column formatted as text."));
    }
    if (ERROR.matcher(text).matches()) {
      return Optional.of(
          new Ruined(
              "'%s' is the error of a formula.".formatted(text),
              "Mend the formula, export again."));
    }
    return meant(text)
        .map(meant ->
            new Ruined(
                "'%s' is UTF-8 that was read as something else; it should be '%s'."
                    .formatted(text, meant),
                "Mend it in the source, or export again as UTF-8."));
  }

  /** The text whose UTF-8 bytes look like this in Windows-1252. */
  private static Optional<String> meant(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = Decoding.WINDOWS.newEncoder().encode(CharBuffer.wrap(text));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
