package dev.evenkeel.server.comms.draft;

import java.util.Locale;

/** Languages whose wordings are shipped. */
public enum Language {
  EN(Locale.UK, "English"),
  DE(Locale.GERMANY, "Deutsch");

  private final Locale locale;
  private final String label;

  Language(Locale locale, String label) {
    this.locale = locale;
    this.label = label;
  }

  public Locale locale() {
    return locale;
  }

  public String label() {
    return label;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** English for whatever is not here. */
  public static Language of(String word) {
    return word.toLowerCase(Locale.ROOT).startsWith("de") ? DE : EN;
  }
}
