package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.StartRefused;

/** Why PostgreSQL did not start, told from what it printed. */
enum StartupTrouble {
  /** The one before, of this same folder, is still shutting down: worth waiting for. */
  PREDECESSOR_STILL_THERE(
      "Another PostgreSQL still uses these files. Wait a moment and start again; if it stays, end"
          + " the process whose number is the first line of postmaster.pid."),
  /** Somebody took the port between looking and using it: worth another port. */
  PORT_TAKEN("Start again; if it stays, look at the ports in use on 127.0.0.1."),
  DISK_FULL("Make room on that disk and start again. Nothing that was saved is lost."),
  NO_PERMISSION(
      "Give the data folder and everything in it to the user who starts Evenkeel, or name another"
          + " folder with EVENKEEL_DATA."),
  OTHER(
      "If the words above do not help, set EVENKEEL_DB_URL to a PostgreSQL of your own, or put the"
          + " data folder back from your backup.");

  private final String wayOut;

  StartupTrouble(String wayOut) {
    this.wayOut = wayOut;
  }

  static StartupTrouble in(String output) {
    if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
      return DISK_FULL;
    }
    if (output.contains("lock file \"postmaster.pid\" already exists")
        || output.contains("pre-existing shared memory block")) {
      return PREDECESSOR_STILL_THERE;
    }
    if (output.contains("Address already in use")) {
      return PORT_TAKEN;
    }
    if (output.contains("Permission denied") || output.contains("wrong ownership")) {
      return NO_PERMISSION;
    }
    return OTHER;
  }

  StartRefused refusal(String what, String output) {
    return new StartRefused(
        "%s. It said:%n%s".formatted(what, lastLines(output)).stripTrailing(), wayOut);
  }

  private static String lastLines(String output) {
    var lines = output.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }
}
