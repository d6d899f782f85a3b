package dev.evenkeel.runbook.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What secrets look like. Never puts one into a message. */
final class SecretLook {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(passw(or)?d|passphrase|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credentials?)|authorization|cookie");

  private static final Pattern OPTION =
      Pattern.compile("(?i)--?[a-z-]*(password|passwd|passphrase|secret|token|api-?key)");

  private static final Map<String, Pattern> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));
    VALUES.put("an access key of AWS", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"));
    VALUES.put("a token of GitHub", Pattern.compile("\\b(gh[pousr]_\\w{30,}|github_pat_\\w{30,})"));
    VALUES.put("a token of GitLab", Pattern.compile("\\bglpat-[\\w-]{20,}"));
    VALUES.put("a token of Slack", Pattern.compile("\\bxox[abposr]-[\\w-]{10,}"));
    VALUES.put("a key of Google", Pattern.compile("\\bAIza[\\w-]{35}"));
    VALUES.put("a key of Stripe", Pattern.compile("\\b[sr]k_live_\\w{16,}"));
    VALUES.put("a signed token (JWT)", Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\."));
    VALUES.put(
        "a password in an address",
        Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s:@${}]*:[^/\\s@${}]+@"));
    VALUES.put(
        "a password in a JDBC address", Pattern.compile("(?i)jdbc:.*[?&;]password=[^&;$\\s]+"));
    VALUES.put(
        "a password among arguments",
        Pattern.compile("(?i)^--?[a-z-]*(password|passwd|secret|token|api-?key)=[^$\\s]+"));
  }

  private SecretLook() {}

  /** Whether what is called so is a secret: {@code dbPassword} is, {@code passwordFile} is not. */
  static boolean isNameOfSecret(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether the word after this option is a secret. */
  static boolean isOptionForSecret(String option) {
    return OPTION.matcher(option).matches();
  }

  /** Whether a value is the thing itself: no name, no file, not empty. */
  static boolean isWrittenOut(String value) {
    return !value.isBlank()
        && !value.contains("${")
        && !value.startsWith("/")
        && !value.startsWith("$")
        && !value.equals("true")
        && !value.equals("false");
  }

  /** What a value looks like, whatever it is called. */
  static Optional<String> ofValue(String value) {
    return VALUES.entrySet().stream()
        .filter(look -> look.getValue().matcher(value).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
