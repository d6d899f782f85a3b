package dev.evenkeel.server.approval.binding;

import dev.evenkeel.server.shared.Sha256;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is agreed to, in its canonical form: UTF-8, a first line that names the form, then a line
 * {@code key=value} for each field that is there, sorted by key, each ended by a line feed. In
 * values a backslash is written {@code \\}, a line feed {@code \n}, a carriage return {@code \r}.
 * The digest is the SHA-256 of these bytes.
 */
public record Content(SortedMap<String, String> fields) {
  private static final String FORM = "evenkeel-approval 1";

  public Content {
    SortedMap<String, String> there = new TreeMap<>(fields);
    there.values().removeIf(String::isBlank);
    fields = Collections.unmodifiableSortedMap(there);
  }

  public static Content of(Map<String, String> fields) {
    return new Content(new TreeMap<>(fields));
  }

  public Optional<String> get(Field field) {
    return Optional.ofNullable(fields.get(field.key()));
  }

  public Content with(Field field, String value) {
    SortedMap<String, String> more = new TreeMap<>(fields);
    more.put(field.key(), value);
    return new Content(more);
  }

  public String canonical() {
    return fields.entrySet().stream()
        .map(field -> "%s=%s\n".formatted(field.getKey(), escaped(field.getValue())))
        .collect(Collectors.joining("", FORM + "\n", ""));
  }

  public String digest() {
    return Sha256.hexOf(canonical());
  }

  /** Reads what {@link #canonical} wrote. */
  public static Content read(String canonical) {
    SortedMap<String, String> fields = new TreeMap<>();
    canonical
        .lines()
        .skip(1)
        .forEach(line -> {
          int equals = line.indexOf('=');
          fields.put(line.substring(0, equals), plain(line.substring(equals + 1)));
        });
    return new Content(fields);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String plain(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        char next = value.charAt(i);
        text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
