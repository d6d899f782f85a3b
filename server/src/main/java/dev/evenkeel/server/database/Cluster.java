package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.PrivateFile;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The files of a server's own PostgreSQL: {@code data/}, the random {@code password} of its only
 * user, and {@code server.log}, below one folder.
 */
record Cluster(Path folder) {
  /** In the data folder. */
  static final String FOLDER = "postgresql";

  static final String DATA = "data";
  static final String USER = "evenkeel";
  static final String DATABASE = "evenkeel";

  /** Linux can be asked once for the whole file system instead of for a thousand files. */
  private static final String SYNC =
      System.getProperty("os.name").equals("Linux")
          ? "--sync-method=syncfs"
          : "--sync-method=fsync";

  Path data() {
    return folder.resolve(DATA);
  }

  Path log() {
    return folder.resolve("server.log");
  }

  String password() {
    try {
      return Files.readString(folder.resolve("password")).strip();
    } catch (IOException e) {
      throw new StartRefused(
          "The password of Evenkeel's own database cannot be read: %s.".formatted(e),
          "Put the file back from your backup of %s; the database cannot be opened without it."
              .formatted(folder),
          e);
    }
  }

  /**
   * Makes the database when there is none. It is made aside and moved into place when complete, so
   * that a start cut off in the middle leaves nothing half done.
   *
   * @param durable whether to wait until the disk has it
   */
  void makeUnlessThere(Path programs, Launch launch, boolean durable) {
    if (Files.isDirectory(folder)) {
      launch.handOver(folder);
      requireOurMajor();
      return;
    }
    var draft = new Cluster(folder.resolveSibling(folder.getFileName() + ".new"));
    try {
      if (Files.isDirectory(draft.folder)) {
        Unpacking.delete(draft.folder);
      }
      PrivateFile.makeFolder(draft.folder);
      launch.handOver(draft.folder);
      draft.initialise(programs, launch, durable);
      Files.move(draft.folder, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartRefused(
          "The database cannot be made in %s: %s.".formatted(folder, e),
          "Make room on its disk (100 MB) and see that the folder above belongs to the user who"
              + " starts Evenkeel, or name another one with EVENKEEL_DATA.",
          e);
    }
  }

  private void initialise(Path programs, Launch launch, boolean durable) throws IOException {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    var password = folder.resolve("password");
    PrivateFile.write(password, HexFormat.of().formatHex(random));
    launch.handOver(password);
    run(
        launch,
        "",
        programs.resolve("bin/initdb").toString(),
        "--pgdata=" + data(),
        "--username=" + USER,
        "--auth=scram-sha-256",
        "--pwfile=" + password,
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-sync");
    // In single-user mode, so that a database that is there is there completely.
    run(
        launch,
        "create database " + DATABASE + "\n",
        programs.resolve("bin/postgres").toString(),
        "--single",
        "-F",
        "-D",
        data().toString(),
        "postgres");
    if (durable) {
      // All at once at the end: a tenth of the time of waiting for every file.
      run(
          launch,
          "",
          programs.resolve("bin/initdb").toString(),
          "--sync-only",
          SYNC,
          "--pgdata=" + data());
    }
  }

  private void run(Launch launch, String input, String... command) {
    var ended = SystemProgram.run(launch.call(command), input);
    if (!ended.well()) {
      throw StartupTrouble.in(ended.output())
          .refusal("PostgreSQL's database cannot be made in " + folder, ended.output());
    }
  }

  private void requireOurMajor() {
    try {
      var major = Files.readString(data().resolve("PG_VERSION")).strip();
      if (!major.equals(PackagedPostgres.MAJOR)) {
        throw new StartRefused(
            "The database in %s was made by PostgreSQL %s; this Evenkeel brings PostgreSQL %s."
                .formatted(data(), major, PackagedPostgres.MAJOR),
            "Start the Evenkeel that made it, or move the data: docs/operations.md,"
                + " 'A new major PostgreSQL'.");
      }
    } catch (IOException e) {
      throw new StartRefused(
          "%s does not hold a PostgreSQL database: %s.".formatted(data(), e),
          "Put it back from your backup, or name another folder with EVENKEEL_DATA.",
          e);
    }
  }
}
