package dev.evenkeel.server.comms.outside;

/** A place did not answer as it should; its message is a sentence for people. */
class NotTold extends Exception {
  private static final long serialVersionUID = 1;

  NotTold(String says) {
    super(says);
  }

  String says() {
    return String.valueOf(getMessage());
  }
}
