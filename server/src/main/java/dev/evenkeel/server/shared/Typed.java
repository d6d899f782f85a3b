package dev.evenkeel.server.shared;

import dev.evenkeel.estate.text.JsonFault;
import dev.evenkeel.runbook.grammar.DidYouMean;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was typed into a form, or sent as JSON instead, by path such as {@code rows[0].name}. It is
 * read without throwing; what cannot be so is collected by path, all at once, and what was typed
 * stays as it was.
 */
public final class Typed {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_ROWS = 500;
  private static final int DEEPEST = 6;
  private static final int LONGEST_NUMBER = 30;
  private static final int MOST_NAMED = 10;

  /** What is no longer than that is a name or the like, and has no line breaks. */
  private static final int LONGEST_LINE = 200;

  private final Map<String, String> texts;

  /** What a program sent, each value and what is empty; forms have fields that are not read. */
  private final Set<String> sent;

  private final Set<String> known = new TreeSet<>();
  private final Map<String, List<String>> wrong = new LinkedHashMap<>();
  private Optional<Refused> refusal = Optional.empty();

  private Typed(Map<String, String> texts, Set<String> sent) {
    this.texts = Map.copyOf(texts);
    this.sent = sent;
  }

  /** As a form sends it. */
  public static Typed of(Map<String, String> texts) {
    return new Typed(texts, Set.of());
  }

  /** As a program sends it. */
  public static Typed ofJson(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        Set<String> sent = new LinkedHashSet<>();
        return new Typed(flat(json, sent), sent);
      }
    } catch (JacksonException unreadable) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The body is not valid JSON: %s. Nothing was changed."
              .formatted(JsonFault.of(unreadable)));
    }
    throw new Refused(
        Refused.Kind.INVALID,
        "The body must be a JSON object: names and values between braces, such as {\"name\": \"value\"}. Nothing was changed.");
  }

  /** A form filled with what is there already. */
  public static Typed filledWith(Object there) {
    return new Typed(flat(JSON.valueToTree(there), new HashSet<>()), Set.of());
  }

  private static Map<String, String> flat(JsonNode json, Set<String> sent) {
    Map<String, String> texts = new LinkedHashMap<>();
    flatten("", json, texts, sent, 0);
    return texts;
  }

  private static void flatten(
      String path, JsonNode node, Map<String, String> texts, Set<String> sent, int depth) {
    if (depth > DEEPEST) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' is nested more than %d deep; nothing here is.".formatted(path, DEEPEST));
    }
    if (!path.isEmpty() && (node.isValueNode() || node.isEmpty())) {
      sent.add(path);
    }
    if (node.isObject()) {
      String before = path.isEmpty() ? "" : path + ".";
      node.properties()
          .forEach(
              field -> flatten(before + field.getKey(), field.getValue(), texts, sent, depth + 1));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten("%s[%d]".formatted(path, i), node.get(i), texts, sent, depth + 1);
      }
    } else if (!node.isNull()) {
      texts.put(path, node.asString());
    }
  }

  /** What stands at a path, without the space around it; empty when nothing does. */
  public String text(String path) {
    known.add(path);
    return texts.getOrDefault(path, "").strip();
  }

  /** What is wrong with it, for the page. */
  public List<String> says(String path) {
    return wrong.getOrDefault(path, List.of());
  }

  public void wrong(String path, String says) {
    wrong.computeIfAbsent(path, p -> new ArrayList<>()).add(says);
  }

  /** All that is wrong, by path. */
  public Map<String, List<String>> wrong() {
    return Collections.unmodifiableMap(wrong);
  }

  public boolean isWrong() {
    return !wrong.isEmpty();
  }

  /** Whether anything stands below a path. */
  public boolean has(String path) {
    return texts.entrySet().stream()
        .anyMatch(entry ->
            !entry.getValue().isBlank()
                && entry.getKey().startsWith(path)
                && (entry.getKey().length() == path.length()
                    || ".[".indexOf(entry.getKey().charAt(path.length())) >= 0));
  }

  /** How many rows a table has up to its last filled one. */
  public int rows(String path) {
    known.add(path);
    int last = 0;
    for (int row = 0; row < MOST_ROWS; row++) {
      if (has("%s[%d]".formatted(path, row))) {
        last = row + 1;
      }
    }
    return last;
  }

  /** It may be sent as it was read, and changes nothing. */
  public void passes(String... paths) {
    known.addAll(List.of(paths));
  }

  /** Names what was sent and nobody read: most of the time a word that is misspelt. */
  private void sayUnknown() {
    sent.stream()
        .filter(path -> !isKnown(path))
        .limit(MOST_NAMED)
        .forEach(path ->
            wrong(
                path,
                "There is no such field here.%s"
                    .formatted(
                        DidYouMean.of(path, known)
                            .map(near -> " Did you mean '%s'?".formatted(near))
                            .orElse(" Mend its name, or leave it out."))));
  }

  private boolean isKnown(String path) {
    return known.contains(path)
        || (!texts.containsKey(path)
            && known.stream()
                .anyMatch(one -> one.startsWith(path + ".") || one.startsWith(path + "[")));
  }

  /** A text that may be missing; a short one is a single line. */
  public Optional<String> words(String path, int longest) {
    String text = text(path).replace("\r\n", "\n");
    if (text.length() > longest) {
      wrong(
          path,
          "This has %d characters; %d fit. Say it shorter, or link to where it stands."
              .formatted(text.length(), longest));
      return Optional.empty();
    }
    if (text.indexOf('\0') >= 0) {
      wrong(path, "There is a character U+0000 in it, which no text has. Remove it.");
      return Optional.empty();
    }
    if (longest <= LONGEST_LINE && text.matches("(?s).*[\\r\\n].*")) {
      wrong(path, "This is one line, and there is a line break in it. Write it as one line.");
      return Optional.empty();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A text that must be there; empty when it is not. */
  public String needed(String path, int longest, String wayOut) {
    boolean missing = text(path).isEmpty();
    if (missing) {
      wrong(path, "This is missing. " + wayOut);
    }
    return words(path, longest).orElse("");
  }

  public Optional<LocalDate> day(String path) {
    String text = text(path);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException none) {
      wrong(path, "'%s' is no day. Write it as 2027-03-31.".formatted(text));
      return Optional.empty();
    }
  }

  public Optional<Integer> whole(String path, int least, int most) {
    return number(path, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
        .flatMap(number -> {
          try {
            return Optional.of(number.intValueExact());
          } catch (ArithmeticException fraction) {
            wrong(path, "'%s' is no whole number.".formatted(text(path)));
            return Optional.empty();
          }
        });
  }

  /** A number between two, both included. Digits may be grouped by commas or spaces. */
  public Optional<BigDecimal> number(String path, BigDecimal least, BigDecimal most) {
    String text = text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String plain = text.replaceAll("(?<=\\d)[,\\u00a0\\u202f ](?=\\d{3}(\\D|$))", "");
    if (text.length() > LONGEST_NUMBER
        || !plain.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
      wrong(path, "'%s' is no number. Write it as 1200 or 1200.50.".formatted(text));
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(plain);
    if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
      wrong(
          path,
          "It is %s; it must be from %s to %s."
              .formatted(text, least.toPlainString(), most.toPlainString()));
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /** One of the words of an enum, written in any case, with - or _. */
  public <E extends Enum<E>> Optional<E> choice(String path, Class<E> type) {
    String text = text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String word = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    Optional<E> found =
        Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(word)).findFirst();
    if (found.isEmpty()) {
      wrong(
          path,
          "'%s' is none of %s."
              .formatted(
                  text,
                  Arrays.stream(type.getEnumConstants())
                      .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                      .collect(Collectors.joining(", "))));
    }
    return found;
  }

  /** A box that is ticked or not. */
  public boolean ticked(String path) {
    return List.of("true", "on", "yes").contains(text(path).toLowerCase(Locale.ROOT));
  }

  /**
   * Has it kept unless something is wrong.
   *
   * @return false when something is wrong, or was refused: then the form is shown again
   */
  public boolean keeps(Runnable keep) {
    if (isWrong()) {
      return false;
    }
    try {
      keep.run();
      return true;
    } catch (Refused refused) {
      refusal = Optional.of(refused);
      return false;
    }
  }

  /** Why it was not kept, in words; empty when what is wrong is said at its fields. */
  public String refusal() {
    return refusal.map(refused -> String.valueOf(refused.getMessage())).orElse("");
  }

  /** Of the answer that shows the form again. */
  public int status() {
    return refusal.map(Pressed::status).orElse(400);
  }

  /** For programs: all that is wrong, and all that was not read, in one refusal. */
  public void refuseIfWrong() {
    sayUnknown();
    if (isWrong()) {
      String all =
          wrong.entrySet().stream()
              .map(entry -> "%s: %s".formatted(entry.getKey(), String.join(" ", entry.getValue())))
              .collect(Collectors.joining(" "));
      throw new Refused(Refused.Kind.INVALID, all + " Nothing was changed.").with("errors", wrong);
    }
  }
}
