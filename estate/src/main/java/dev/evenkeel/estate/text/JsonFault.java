package dev.evenkeel.estate.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Why a text is no JSON, and where, in words for whoever wrote it. */
public final class JsonFault {
  private static final Pattern CHARACTER =
      Pattern.compile("^Unexpected character \\('(\\P{Cntrl})'");
  private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '([^']*)'");
  private static final Pattern CONTROL =
      Pattern.compile("^Illegal (unquoted character|character \\(\\(CTRL-CHAR)");
  private static final int LONGEST = 40;

  private JsonFault() {}

  /** Such as {@code line 3, column 7: …}; without an end of the sentence. */
  public static String of(JacksonException e) {
    return place(e).map(place -> place + ": ").orElse("") + says(e);
  }

  /** Where; empty when nobody knows. */
  public static Optional<String> place(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? Optional.empty()
        : Optional.of("line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
  }

  /** What is wrong, without the place. */
  public static String says(JacksonException e) {
    String technical = String.valueOf(e.getOriginalMessage());
    if (e instanceof UnexpectedEndOfInputException) {
      return "it ends too early; a brace, a bracket or a quote is not closed, or it was cut off";
    }
    if (e instanceof StreamConstraintsException) {
      return "it nests too deeply, or a name, a text or a number in it is too long";
    }
    if (e instanceof InputCoercionException) {
      return "the number there is too large";
    }
    if (e instanceof JacksonIOException || technical.startsWith("Invalid UTF-8")) {
      return "its characters cannot be read; save it as UTF-8";
    }
    if (technical.startsWith("Trailing token")) {
      return "there is more after its end; send one document";
    }
    if (CONTROL.matcher(technical).find()) {
      return "there is a line break or a control character where none may be; in a text write it as \\n";
    }
    Matcher token = TOKEN.matcher(technical);
    if (token.find()) {
      return "'%s' is no value; put texts into double quotes, or write true, false or null"
          .formatted(shortened(token.group(1)));
    }
    Matcher character = CHARACTER.matcher(technical);
    return (character.find()
            ? "'%s' does not fit there".formatted(character.group(1))
            : "what stands there does not fit")
        + "; look for a quote, a comma or a brace that is missing or too many just before";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
