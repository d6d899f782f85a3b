package dev.evenkeel.server.comms.outside;

import java.time.Instant;

/**
 * Tells places of one kind of runs. Each call may come again after a crash, and then does it once.
 */
interface Teller {
  PlaceKind kind();

  /**
   * Asks for something that changes nothing.
   *
   * @return what answers there, as a sentence
   */
  String greet(PlaceCall call) throws NotTold;

  Told open(PlaceCall call, PlaceTerms terms, Sign sign, Instant now) throws NotTold;

  Told prolong(PlaceCall call, PlaceTerms terms, Sign sign, Instant now) throws NotTold;

  /**
   * @param ended when the run was over
   * @param says what proves that all is well
   */
  Told close(PlaceCall call, PlaceTerms terms, Sign sign, Instant ended, String says)
      throws NotTold;

  /**
   * @param says why nothing proves that all is well
   */
  Told leave(PlaceCall call, PlaceTerms terms, Sign sign, Instant ended, String says)
      throws NotTold;
}
