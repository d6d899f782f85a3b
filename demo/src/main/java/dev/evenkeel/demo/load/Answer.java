package dev.evenkeel.demo.load;

/**
 * What became of one request. Times are nanoseconds of one clock that only ever goes forward.
 *
 * @param user who asked, 0 or more
 * @param due when it was to be sent; what it had to wait for the sender counts too
 * @param ended when the answer was complete or given up
 * @param status HTTP status; 0 when there was no answer
 * @param release what answered; empty when unknown
 * @param node which node answered; empty when unknown
 */
public record Answer(int user, long due, long ended, int status, String release, String node) {

  /** Whether the user got what was asked for. */
  public boolean well() {
    return status >= 200 && status < 300;
  }
}
