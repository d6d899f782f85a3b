package dev.evenkeel.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupTroubleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FATAL:  lock file \"postmaster.pid\" already exists | PREDECESSOR_STILL_THERE",
        "FATAL:  pre-existing shared memory block (key 9, ID 4) is still in use | PREDECESSOR_STILL_THERE",
        "LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use | PORT_TAKEN",
        "FATAL:  could not write lock file \"postmaster.pid\": No space left on device | DISK_FULL",
        "FATAL:  data directory \"/x\" has wrong ownership | NO_PERMISSION",
        "FATAL:  something new | OTHER"
      })
  void is_told_from_what_postgres_prints(String printed, StartupTrouble trouble) {
    assertThat(StartupTrouble.in(printed)).isEqualTo(trouble);
  }
}
