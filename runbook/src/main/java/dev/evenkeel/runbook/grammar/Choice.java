package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of a few words.
 *
 * @param constants of an enum
 * @param words how they are written, in the same order
 */
public record Choice(List<Object> constants, List<String> words) implements Grammar {
  public Choice {
    constants = List.copyOf(constants);
    words = List.copyOf(words);
  }

  static Choice of(Class<?> type) {
    List<Object> constants = Arrays.<Object>asList(type.getEnumConstants());
    return new Choice(constants, constants.stream().map(Choice::written).toList());
  }

  static String written(Object constant) {
    String name = ((Enum<?>) constant).name();
    try {
      Written written = constant.getClass().getField(name).getAnnotation(Written.class);
      return written == null ? name.toLowerCase(Locale.ROOT).replace('_', '-') : written.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String describe() {
    return words.size() == 1 ? words.getFirst() : "one of " + String.join(", ", words);
  }

  @Override
  public String example() {
    return words.getFirst();
  }

  @Override
  public Rule rule() {
    return Rule.UNKNOWN_WORD;
  }

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    int index = words.indexOf(scalar.text());
    return index < 0 ? Optional.empty() : Optional.of(constants.get(index));
  }

  @Override
  public Map<String, Object> schema() {
    return words.size() == 1 ? Map.of("const", words.getFirst()) : Map.of("enum", words);
  }

  @Override
  public Optional<String> guess(String text) {
    return DidYouMean.of(text, words);
  }
}
