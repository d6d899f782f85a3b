package dev.evenkeel.estate.lifecycle.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as words, and what words mean in names of products. */
final class Words {
  private static final Pattern BETWEEN =
      Pattern.compile("[^a-z0-9.]+|\\.(?![a-z0-9])|(?<![a-z0-9])\\.");
  private static final Pattern NOT_KEY = Pattern.compile("[^a-z0-9]");
  private static final Pattern VERSION = Pattern.compile("v?\\d[a-z0-9.]*");
  private static final Pattern PART =
      Pattern.compile("(?:r|sp|u|cu|rc|update|patch|build|beta|alpha)\\d*|alpine|slim");
  private static final Map<String, String> SAME =
      Map.of("db", "database", "ms", "microsoft", "msft", "microsoft");

  /** Who makes it; says nothing else about what it is. */
  private static final Set<String> VENDORS =
      set(
          """
          microsoft apache apple oracle ibm hashicorp vmware broadcom google
          atlassian suse canonical adobe hpe hp eclipse gnu elastic redhat nvidia
          asf
          """);

  /** May follow the name of a product without making another one of it. */
  private static final Set<String> SAYS_NOTHING =
      set(
          """
          server linux os database engine enterprise community edition standard
          professional pro datacenter core common main lts esr x64 x86 amd64 arm64
          64bit 64 bit ce ee oss r tm stable latest release version driver webmail
          cli org runtime framework
          """);

  /** Too common to stand for a product alone. */
  private static final Set<String> COMMON =
      set(
          """
          linux server database web files one cloud framework runtime driver
          firmware embedded hardware sql os http app api
          """);

  private Words() {}

  private static Set<String> set(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  static List<String> of(String text) {
    return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .map(word -> SAME.getOrDefault(word, word))
        .toList();
  }

  /** The words without anything between them: Node.js, node-js and nodejs are one. */
  static String key(List<String> words) {
    return NOT_KEY.matcher(String.join("", words)).replaceAll("");
  }

  static String key(String text) {
    return key(of(text));
  }

  static boolean isVersion(String word) {
    return VERSION.matcher(word).matches();
  }

  /** Whether a version begins with the word, or has it further on: 2012 R2, 15 SP4, 20.04 LTS. */
  static boolean goesOnWithVersion(String word, boolean first) {
    return isVersion(word) || !first && (saysNothing(word) || PART.matcher(word).matches());
  }

  static boolean saysNothing(String word) {
    return SAYS_NOTHING.contains(word);
  }

  static boolean isVendor(String word) {
    return VENDORS.contains(word);
  }

  static boolean isCommon(String key) {
    return key.length() < 3 || COMMON.contains(key);
  }
}
