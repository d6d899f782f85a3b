package dev.evenkeel.server.execution.engine;

import java.util.List;

/** Something that must be so before a run begins, by whatever way; every bean of it is asked. */
interface StartRule {
  /**
   * @return what spoke against it and was overridden, a sentence each, to be kept on record
   * @throws dev.evenkeel.server.shared.Refused with what is not so
   */
  List<String> require(Start start);
}
