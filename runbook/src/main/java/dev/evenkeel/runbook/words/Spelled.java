package dev.evenkeel.runbook.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.regex.Pattern;

/** How names are spelled: of a text itself, of the items of a list, or of the keys of a mapping. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Spelled {
  Names value();

  /** Kinds of names. */
  enum Names {
    /** Of things people and files refer to. */
    ID(
        "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
        "lower-case letters, digits and hyphens, such as backup-db"),
    /** Of what stands in {@code ${…}}. */
    NAME(
        "[A-Za-z][A-Za-z0-9_-]{0,62}", "letters, digits, hyphens and underscores, such as dataDir"),
    /** Of machines and the like, as they are called in the network. */
    HOST(
        "[A-Za-z0-9]([A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?",
        "letters, digits, dots, colons, hyphens and underscores, such as web-1.example.com"),
    /** Of what is in the estate. */
    ENTRY(
        "[a-z0-9]([a-z0-9._+~-]{0,198}[a-z0-9+])?",
        "lower-case letters, digits and . _ + ~ -, such as shop-db or libstdc++6");

    private final Pattern pattern;
    private final String says;

    Names(String pattern, String says) {
      this.pattern = Pattern.compile(pattern);
      this.says = says;
    }

    /** A regular expression for the whole name. */
    public String pattern() {
      return pattern.pattern();
    }

    /** Whether a name is spelled so. */
    public boolean fit(String name) {
      return pattern.matcher(name).matches();
    }

    /** What it consists of. */
    public String says() {
      return says;
    }
  }
}
