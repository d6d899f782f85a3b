package dev.evenkeel.runbook.expression;

import dev.evenkeel.runbook.Scope;
import dev.evenkeel.runbook.UnknownName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with names in {@code ${…}}, taken apart. {@code $${} stands for a plain {@code ${}. */
public record Template(List<Part> parts) {

  /** A piece of the text. */
  public sealed interface Part {}

  /** Text that stands for itself. */
  public record Plain(String text) implements Part {}

  /**
   * A name to be replaced, such as {@code inputs.to}.
   *
   * @param offset characters from the beginning of the text to its {@code $}
   */
  public record Name(String name, int offset) implements Part {}

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+");

  public Template {
    parts = List.copyOf(parts);
  }

  /**
   * @throws Malformed when a {@code ${} is not closed or holds something that is not a name
   */
  public static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        plain.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        if (!plain.isEmpty()) {
          parts.add(new Plain(plain.toString()));
          plain.setLength(0);
        }
        int end = text.indexOf('}', at);
        parts.add(new Name(nameIn(text, at, end), at));
        at = end + 1;
      } else {
        plain.append(text.charAt(at));
        at++;
      }
    }
    if (!plain.isEmpty()) {
      parts.add(new Plain(plain.toString()));
    }
    return new Template(parts);
  }

  private static String nameIn(String text, int start, int end) {
    if (end < 0) {
      throw new Malformed("'${' has no closing '}'", start);
    }
    String name = text.substring(start + 2, end).strip();
    if (!NAME.matcher(name).matches()) {
      throw new Malformed(
          "'${%s}' holds no name such as inputs.to; for a plain '${' write '$${'".formatted(name),
          start);
    }
    return name;
  }

  /** Whether there is anything to replace. */
  public boolean isPlain() {
    return names().findAny().isEmpty();
  }

  /** Whether the text is exactly one name, so that it may stand for something else than text. */
  public boolean isOneName() {
    return parts.size() == 1 && parts.getFirst() instanceof Name;
  }

  public Stream<Name> names() {
    return parts.stream().filter(Name.class::isInstance).map(Name.class::cast);
  }

  /**
   * @throws UnknownName when a name stands for nothing in the scope
   */
  public String fill(Scope scope) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(
          switch (part) {
            case Plain(var text) -> text;
            case Name(var name, var _) -> lookUp(name, scope);
          });
    }
    return filled.toString();
  }

  private static String lookUp(String name, Scope scope) {
    return scope
        .valueOf(name)
        .orElseThrow(() ->
            new UnknownName(
                name,
                "${%s} stands for nothing here. Check its spelling, and that what it names is there at this point of the run."
                    .formatted(name)));
  }
}
