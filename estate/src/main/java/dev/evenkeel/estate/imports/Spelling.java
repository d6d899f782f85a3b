package dev.evenkeel.estate.imports;

import dev.evenkeel.runbook.words.Spelled.Names;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of documents, made of what things are called elsewhere. */
final class Spelling {
  private static final int LONGEST = 180; // leaves room for a mark
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9._+~]+");
  private static final Pattern BEGINNING = Pattern.compile("^[^a-z0-9]+");
  private static final Pattern END = Pattern.compile("[^a-z0-9+]+$");

  private Spelling() {}

  /**
   * As near to what it is called as {@link Names#ENTRY} allows; when nothing of it can stay, such
   * as of a name in Chinese, the word and a mark.
   *
   * @param word such as {@code system}
   */
  static String of(String called, String word) {
    if (Names.ENTRY.fit(called)) {
      return called;
    }
    String plain = Normalizer.normalize(called.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    String name = ACCENTS.matcher(plain).replaceAll("").replace("ß", "ss");
    name = BEGINNING.matcher(FOREIGN.matcher(name).replaceAll("-")).replaceFirst("");
    name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    name = END.matcher(name).replaceFirst("");
    return name.isEmpty() ? word + "-" + mark(called) : name;
  }

  /** Six characters that are the same whenever the text is. */
  static String mark(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 3);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
