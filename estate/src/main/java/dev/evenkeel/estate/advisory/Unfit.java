package dev.evenkeel.estate.advisory;

/** Why a record cannot be taken. */
final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String at;
  private final String why;

  /**
   * @param at where in the record, such as {@code /affected/0}; empty for all of it
   * @param why a sentence
   */
  Unfit(String at, String why) {
    super(why, null, false, false);
    this.at = at;
    this.why = why;
  }

  String at() {
    return at;
  }

  String why() {
    return why;
  }
}
