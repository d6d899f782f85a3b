package dev.evenkeel.server.comms.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * The words of a language for what Evenkeel knows by a word of its own, and the shipped wordings.
 */
public final class Words {
  private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Words(language));
    }
  }

  private final Properties words = new Properties();

  private Words(Language language) {
    try (var file = open(language, "words.properties")) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Words of(Language language) {
    return java.util.Objects.requireNonNull(ALL.get(language));
  }

  /** The word itself where a language has no other. */
  public String word(String word) {
    return words.getProperty(word, word);
  }

  static String shipped(Occasion occasion, Language language) {
    try (var file = open(language, occasion.word() + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(Language language, String name) {
    String path = "/drafts/%s/%s".formatted(language.word(), name);
    InputStream file = Words.class.getResourceAsStream(path);
    if (file == null) {
      throw new IllegalStateException(path + " is not on the class path");
    }
    return file;
  }
}
