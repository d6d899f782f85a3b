package dev.evenkeel.cli.server;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a wave or a target stands. */
public enum Stage {
  WAITING("to come"),
  WORKING("under way"),
  SOAKING("soaking"),
  DONE("done"),
  GOING_BACK("going back"),
  UNDONE("undone, to be looked at"),
  BACK("back"),
  UNCONFIRMED("not seen to be as it was"),
  OPEN("needs a person"),
  /** A word of a newer server. */
  @JsonEnumDefaultValue
  OTHER("?");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Worth a look now. */
  public boolean busy() {
    return this == WORKING || this == SOAKING || this == GOING_BACK || amiss();
  }

  /** A person must see to it. */
  public boolean amiss() {
    return this == OPEN || this == UNCONFIRMED;
  }
}
