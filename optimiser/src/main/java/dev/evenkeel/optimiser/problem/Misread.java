package dev.evenkeel.optimiser.problem;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Why a file is not what it should be, and where, in words for whoever wrote it. */
public final class Misread {
  private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '([^']*)'");
  private static final int LONGEST = 40;

  private Misread() {}

  /** A sentence with the place before it and what to do behind it. */
  public static String says(JacksonException e) {
    String path = path(e.getPath());
    String what =
        switch (e) {
          case StreamConstraintsException _ ->
              "It nests too deeply, or a name, a text or a number in it is too long. Check that it is the right file.";
          case StreamReadException syntax -> syntax(syntax);
          case InvalidFormatException format ->
              "'%s' is not %s"
                  .formatted(shortened(String.valueOf(format.getValue())), wanted(format, true));
          case MismatchedInputException nothing
              when String.valueOf(nothing.getOriginalMessage()).startsWith("No content") ->
              "There is nothing in it. Check that it is the right file.";
          case MismatchedInputException unfit -> unfit(unfit, path);
          default -> "It cannot be read. Check that it is the right file.";
        };
    return place(e).orElse("") + (path.isEmpty() ? "" : path + ": ") + what;
  }

  private static Optional<String> place(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1 || at.getColumnNr() < 1
        ? Optional.empty()
        : Optional.of("Line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr()));
  }

  private static String syntax(StreamReadException e) {
    String technical = String.valueOf(e.getOriginalMessage());
    if (technical.contains("end-of-input")) {
      return "It ends too early: a brace, a bracket or a quote is not closed, or the file was cut off. Write it anew, or close what is open.";
    }
    if (technical.contains("out of range")) {
      return "The number there is too large. Write a smaller one.";
    }
    Matcher token = TOKEN.matcher(technical);
    return token.find()
        ? "'%s' is no JSON. Put texts into double quotes, and check that it is the right file."
            .formatted(shortened(token.group(1)))
        : "This is no JSON. Look for a quote, a comma or a brace that is missing or too many just before.";
  }

  private static String unfit(MismatchedInputException e, String path) {
    String technical = String.valueOf(e.getOriginalMessage());
    if (technical.contains("`null`")
        || technical.startsWith("Null value")
        || technical.startsWith("Missing ")) {
      return path.isEmpty()
          ? "Something that is needed is missing. Add it."
          : "This is missing. Add it.";
    }
    return "What stands there is not %s".formatted(wanted(e, false));
  }

  private static String wanted(MismatchedInputException e, boolean isText) {
    @Nullable Class<?> type = e.getTargetType();
    if (type == null) {
      return "what belongs there.";
    }
    if (type == Instant.class) {
      return "a time. Write it like 2026-11-09T00:00:00Z, in UTC.";
    }
    if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
      return "a whole number%s. Write one such as 12."
          .formatted(isText ? "" : ", or one that is too large");
    }
    if (type == String.class) {
      return "a text. Write it in double quotes.";
    }
    return Collection.class.isAssignableFrom(type)
        ? "a list. Write it in brackets."
        : "of the form that belongs there. See docs/timetables.md, The problem.";
  }

  private static String path(List<Reference> path) {
    StringBuilder said = new StringBuilder();
    for (Reference step : path) {
      said.append(
          step.getPropertyName() == null
              ? "[%d]".formatted(step.getIndex())
              : (said.isEmpty() ? "" : ".") + step.getPropertyName());
    }
    return said.toString();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
