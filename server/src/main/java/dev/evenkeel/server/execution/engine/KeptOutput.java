package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.secrets.Masking;

/** Keeps what an attempt prints in the database, secrets hidden. */
final class KeptOutput implements Attempt.Output {
  private final String attempt;
  private final Masking masking;
  private final AttemptTools tools;
  private long length;

  KeptOutput(StoredAttempt stored, Masking masking, AttemptTools tools) {
    this.attempt = stored.id();
    this.masking = masking;
    this.tools = tools;
    this.length = stored.printed();
  }

  @Override
  public void append(String text) {
    if (text.isEmpty()) {
      return;
    }
    String masked = masking.mask(text);
    tools
        .patience()
        .untilWritten(
            () -> tools.output().append(attempt, masked, text.length(), tools.clock().instant()));
    length += text.length();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int wholeUpTo(String text) {
    return masking.wholeUpTo(text);
  }

  @Override
  public int wholeFrom(String text, int place) {
    return masking.wholeFrom(text, place);
  }
}
