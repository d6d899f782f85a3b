package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A language is one that everybody knows, without the subtags that are kept for private use (RFC
 * 5646, section 2.2).
 */
final class PrivateLanguage implements Rule {
  @Override
  public String number() {
    return "6.2.14";
  }

  private static final Pattern PRIVATE =
      Pattern.compile(
          "(q[a-t][a-z]|x)(-.*)?|[a-z]+(-[^-]+)*-(x|qa[a-b][a-x]|aa|q[m-z]|x[a-z]|zz)(-.*)?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Stream<String> problems(Part document) {
    return Stream.of("lang", "source_lang")
        .map(document.get("document")::get)
        .filter(language -> language.text().filter(PrivateLanguage::kept).isPresent())
        .map(language ->
            "%s: %s is kept for private use."
                .formatted(language.path(), Part.shortened(language.text().orElse(""))));
  }

  private static boolean kept(String language) {
    return PRIVATE.matcher(Part.shortened(language)).matches();
  }
}
