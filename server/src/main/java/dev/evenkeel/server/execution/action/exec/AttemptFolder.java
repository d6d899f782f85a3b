package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The state of one attempt at a command, on disk. Written mostly by {@code supervise.sh}. */
record AttemptFolder(Path path) {
  private static final String PREPARED = "prepared";

  Path out() {
    return path.resolve("out");
  }

  Path err() {
    return path.resolve("err");
  }

  /** How far the attempt is, as far as this machine can tell. */
  Progress progress() {
    try {
      return asWritten();
    } catch (IOException e) {
      return new Progress.Unreadable("its state in %s cannot be read: %s".formatted(path, e));
    }
  }

  private Progress asWritten() throws IOException {
    Optional<Integer> code = exitCode();
    if (code.isPresent()) {
      return new Progress.Ended(code.get());
    }
    Optional<Claim> claim = claim();
    if (claim.isEmpty()) {
      return new Progress.NotBegun();
    }
    if (claim.get().ofNobody()) {
      return new Progress.NeverBegins();
    }
    if (goesOn(claim.get())) {
      return new Progress.Running(claim.get());
    }
    // It may have ended between the first look and this one.
    return exitCode()
        .<Progress>map(Progress.Ended::new)
        .orElseGet(() -> new Progress.Vanished(claim.get()));
  }

  private static boolean goesOn(Claim claim) {
    return claim.lives() || (!claim.outlived() && !new Session(claim.pid()).members().isEmpty());
  }

  Optional<Claim> claim() throws IOException {
    return read("claim").flatMap(Claim::parse);
  }

  /** Whether the command has ended, and its supervisor waits for room on the disk to say so. */
  boolean waitsForRoom() {
    try {
      var draft = path.resolve("exit.draft");
      return Files.exists(draft) && Files.size(draft) == 0;
    } catch (IOException written) {
      return false;
    }
  }

  /**
   * Leaves a mark that outlives a power loss, before anything may have begun. Without it nobody
   * could tell later whether the attempt never began or its folder was lost.
   */
  void prepare() throws IOException {
    if (!preparedIn().equals(Optional.of(Birth.thisBoot()))) {
      Lasting.makeFolder(path);
      Lasting.write(path.resolve(PREPARED), Birth.thisBoot() + "\n");
    }
  }

  /**
   * Which start of the machine it was last prepared in; empty when it never was, or that is lost.
   */
  Optional<String> preparedIn() throws IOException {
    return read(PREPARED).map(String::strip);
  }

  /** When the attempt was claimed; empty when it was not. */
  Optional<Instant> begun() {
    try {
      return Optional.of(Files.getLastModifiedTime(path.resolve("claim")).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Integer> exitCode() throws IOException {
    return read("exit")
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::parseInt);
  }

  /**
   * Keeps the attempt from ever beginning.
   *
   * @return false when it has begun
   */
  boolean claimForNobody() throws IOException {
    Files.createDirectories(path);
    var draft = path.resolve("claim." + UUID.randomUUID());
    Files.writeString(draft, Claim.NOBODY + "\n");
    try {
      Files.createLink(path.resolve("claim"), draft);
      return true;
    } catch (FileAlreadyExistsException begun) {
      return claim().filter(Claim::ofNobody).isPresent();
    } finally {
      Files.delete(draft);
    }
  }

  private Optional<String> read(String file) throws IOException {
    try {
      return Optional.of(Files.readString(path.resolve(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
