package dev.evenkeel.runbook.shape;

/** Small help with words in messages. */
final class Sentence {
  private Sentence() {}

  /** The phrase as a sentence begins with it. */
  static String start(String phrase) {
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
  }
}
