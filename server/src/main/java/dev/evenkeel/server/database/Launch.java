package dev.evenkeel.server.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs are called. PostgreSQL refuses to run as root, and a server in a
 * container often is root, so there it is called in the first of these ways that works:
 *
 * <ol>
 *   <li>{@code unshare -U}: in a user namespace of its own, where root is nobody but its files stay
 *       root's, so that any folder will do; some containers forbid it
 *   <li>{@code setpriv}: as user nobody, who must then own the database's files and reach them
 *   <li>{@code setpriv}: as user nobody with root's right to any file ({@code CAP_DAC_OVERRIDE})
 *       and none of root's others, where a folder on the way is closed to everybody, such as {@code
 *       /root}
 * </ol>
 *
 * @param prefix put in front of every call
 * @param owner numeric user the database's files must belong to; -1 when they stay as they are
 */
record Launch(List<String> prefix, int owner) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final Set<PosixFilePermission> OF_GROUP =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  static final Launch DIRECT = new Launch(List.of(), -1);
  static final Launch IN_NAMESPACE = new Launch(List.of("unshare", "-U"), ROOT);
  static final Launch AS_NOBODY = asNobody();
  // Without that bit access(2), which PostgreSQL asks about its own programs, ignores capabilities.
  static final Launch AS_NOBODY_ANYWHERE =
      asNobody(
          "--inh-caps=-all,+dac_override",
          "--ambient-caps=-all,+dac_override",
          "--securebits=+no_setuid_fixup");

  Launch {
    prefix = List.copyOf(prefix);
  }

  private static Launch asNobody(String... capabilities) {
    var prefix = new ArrayList<String>();
    prefix.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    prefix.addAll(List.of(capabilities));
    return new Launch(prefix, NOBODY);
  }

  /** Finds the way that works for these programs and this folder, by trying. */
  static Launch probe(Path programs, Path folder) {
    if (!SystemProgram.isThere("id") || !isRoot()) {
      return DIRECT;
    }
    for (var way : List.of(IN_NAMESPACE, AS_NOBODY, AS_NOBODY_ANYWHERE)) {
      if (way.reaches(programs, folder)) {
        return way;
      }
    }
    throw new StartRefused(
        "Evenkeel was started as root. PostgreSQL refuses to run as root; 'unshare -U' is not"
            + " allowed here, and user nobody cannot be given a way to %s.".formatted(folder),
        "Start Evenkeel as another user, or set EVENKEEL_DATA and EVENKEEL_CACHE to folders every"
            + " user may enter, such as below /var/lib, or set EVENKEEL_DB_URL to a PostgreSQL of"
            + " your own.");
  }

  private static boolean isRoot() {
    return SystemProgram.run(List.of("id", "-u"), "").output().strip().equals("0");
  }

  boolean reaches(Path programs, Path folder) {
    if (!SystemProgram.isThere(prefix.getFirst())) {
      return false;
    }
    letThrough(folder);
    // By going there: what -x asks, the permissions, a capability may pass over.
    return SystemProgram.run(call(programs.resolve("bin/postgres").toString(), "--version"), "")
            .well()
        && SystemProgram.run(call("test", "-d", folder + "/."), "").well();
  }

  /**
   * Gives a file, or a folder with all that is in it, to the user PostgreSQL will run as, unless it
   * is that user's already: it may have been made where it was started in another way, or come out
   * of a backup. The folder itself comes last, so that what was cut off is done again.
   */
  void handOver(Path tree) {
    if (owner < 0) {
      return;
    }
    try {
      if (isOwners(tree)
          && (!Files.exists(tree.resolve(Cluster.DATA)) || isOwners(tree.resolve(Cluster.DATA)))) {
        return;
      }
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.setAttribute(file, "unix:uid", owner, NOFOLLOW_LINKS);
          Files.setAttribute(file, "unix:gid", owner, NOFOLLOW_LINKS);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw notGiven(tree, e);
    }
  }

  private boolean isOwners(Path file) throws IOException {
    return Files.getAttribute(file, "unix:uid", NOFOLLOW_LINKS).equals(owner);
  }

  /** Lets nobody through the data folder; all else in it stays whose it is. */
  private void letThrough(Path folder) {
    if (owner != NOBODY) {
      return;
    }
    try {
      if (isOwners(folder)) {
        // Until now it was given away whole.
        Files.setAttribute(folder, "unix:uid", ROOT);
      }
      var permissions = Files.getPosixFilePermissions(folder);
      if (Collections.disjoint(permissions, OF_GROUP)) {
        Files.setAttribute(folder, "unix:gid", owner);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        Files.setPosixFilePermissions(folder, permissions);
      } else if (!Files.getAttribute(folder, "unix:gid").equals(owner)) {
        letOthersThrough(folder);
      }
    } catch (IOException e) {
      throw notGiven(folder, e);
    }
  }

  /** Walking through is enough; what is secret there is readable by its owner only. */
  private static void letOthersThrough(Path folder) throws IOException {
    var permissions = Files.getPosixFilePermissions(folder);
    if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
      Files.setPosixFilePermissions(folder, permissions);
    }
  }

  private static StartRefused notGiven(Path file, Exception e) {
    return new StartRefused(
        "%s cannot be given to the user as whom PostgreSQL must run: %s.".formatted(file, e),
        "Start Evenkeel as another user than root, or set EVENKEEL_DB_URL.",
        e);
  }

  List<String> call(String... command) {
    var all = new ArrayList<>(prefix);
    all.addAll(List.of(command));
    return List.copyOf(all);
  }

  /**
   * A call for the process that stays: in a session of its own, so that Ctrl-C in a terminal
   * reaches the server alone and the database goes last; and told by the kernel to shut down when
   * the server is gone, however it went.
   */
  List<String> callToStay(List<String> command) {
    var all = new ArrayList<>(prefix);
    if (SystemProgram.isThere("setsid")) {
      all.add("setsid");
    }
    if (SystemProgram.isThere("setpriv")) {
      all.addAll(List.of("setpriv", "--pdeathsig", "INT"));
    }
    all.addAll(command);
    return List.copyOf(all);
  }
}
