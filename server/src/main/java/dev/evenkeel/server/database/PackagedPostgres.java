package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL programs that come with Evenkeel, unpacked once into a cache. */
final class PackagedPostgres {
  private static final Logger log = LoggerFactory.getLogger(PackagedPostgres.class);

  /** What data folders made by these programs carry in PG_VERSION. */
  static final String MAJOR = "18";

  private PackagedPostgres() {}

  /**
   * The folder with {@code bin/} in it. Several servers may unpack at once: each into a folder of
   * its own, and the first to finish wins.
   */
  static Path unpackedIn(Path cache) {
    var archive = archive();
    try {
      var folder = cache.resolve(name(archive));
      if (Files.isDirectory(folder)) {
        return folder;
      }
      log.info("Unpacking PostgreSQL {} into {}", MAJOR, folder);
      Files.createDirectories(cache);
      var draft = Files.createTempDirectory(cache, "unpacking");
      try (InputStream packed = archive.openStream()) {
        Unpacking.unpack(packed, draft);
      }
      publish(draft, folder);
      return folder;
    } catch (IOException e) {
      throw new StartRefused(
          "PostgreSQL cannot be unpacked into %s: %s.".formatted(cache, e),
          "Make room there (60 MB), or name another folder with EVENKEEL_CACHE, or set"
              + " EVENKEEL_DB_URL to a PostgreSQL of your own.",
          e);
    }
  }

  private static void publish(Path draft, Path folder) throws IOException {
    // createTempDirectory makes it for its owner alone; PostgreSQL may run as somebody else.
    // Not asked of the file store: Java finds none in a chroot, where no mount point is listed.
    var posix = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    try {
      Files.move(draft, folder);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      Unpacking.delete(draft);
    }
  }

  static URL archive() {
    var name = "/postgres-%s-%s.txz".formatted(system(), processor());
    var archive = PackagedPostgres.class.getResource(name);
    if (archive == null) {
      throw new StartRefused(
          "This build of Evenkeel brings no PostgreSQL for %s on %s."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          "Set EVENKEEL_DB_URL (with EVENKEEL_DB_USER and EVENKEEL_DB_PASSWORD) to a PostgreSQL"
              + " of your own, or build Evenkeel on this kind of machine.");
    }
    return archive;
  }

  /** A new package has another length; the archive itself carries no version to read cheaply. */
  private static String name(URL archive) throws IOException {
    return "postgresql-%s-%s-%s-%x"
        .formatted(MAJOR, system(), processor(), archive.openConnection().getContentLengthLong());
  }

  private static String system() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
  }

  private static String processor() {
    return switch (System.getProperty("os.arch")) {
      case "aarch64", "arm64" -> "arm_64";
      default -> "x86_64";
    };
  }
}
