package dev.evenkeel.server.inventory.web;

import dev.evenkeel.server.inventory.Room;
import dev.evenkeel.server.shared.PassingFiles;
import dev.evenkeel.server.shared.PassingFiles.PassingFile;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

/**
 * Takes in the body of a request that is read as a whole, within the memory there is: it waits on
 * the disk until its turn, so that slow senders keep nobody waiting and no memory.
 */
@Component
class DocumentBodies {
  /** What a byte of documents takes while they are read: 24 of most, 48 of nothing but mistakes. */
  static final int DOCUMENTS = 60;

  /** Of other JSON every value is in memory. */
  static final int TREE = 80;

  /** Waits for no turn: what is edited by hand is not kept waiting by a large import. */
  private static final int SMALL = 64 << 10;

  /** So many are taken however little memory there seems to be. */
  private static final int SMALL_ESTATE = 5_000;

  private static final int PIECE = 8 << 10;

  private final Room room;
  private final PassingFiles files;

  DocumentBodies(Room room, PassingFiles files) {
    this.room = room;
    this.files = files;
  }

  /** What is done with a body. */
  interface Work<T> {
    T of(byte[] body) throws IOException;
  }

  /**
   * @throws Refused when there is no memory for it
   */
  <T> T read(HttpServletRequest request, int perByte, Work<T> work) throws IOException {
    try (InputStream in = Bodies.stream(request)) {
      byte[] begin = in.readNBytes(SMALL);
      if (begin.length < SMALL) {
        return work.of(begin);
      }
      try (PassingFile file = files.make("body")) {
        spool(begin, in, file, room.bytes(perByte));
        return room.turn(() -> {
          refuseBeyond(Files.size(file.place()), room.bytes(perByte)); // the estate may have grown
          return work.of(Files.readAllBytes(file.place()));
        });
      }
    }
  }

  private void spool(byte[] begin, InputStream in, PassingFile file, long most) throws IOException {
    try (OutputStream out = Files.newOutputStream(file.place())) {
      out.write(begin);
      long taken = begin.length;
      byte[] piece = new byte[PIECE];
      for (int more = in.read(piece); more >= 0; more = in.read(piece)) {
        taken += more;
        refuseBeyond(taken, most);
        out.write(piece, 0, more);
      }
    }
  }

  /**
   * @throws Refused when there are more documents than there is memory for
   */
  void refuseBeyond(int documents) {
    long most = Math.max(SMALL_ESTATE, room.documents());
    if (documents > most) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "The body holds %,d documents; the memory of this server allows %,d more. Nothing was changed. Send them in several parts, or start the server with more memory, such as EVENKEEL_JAVA_OPTS=-Xmx4g."
              .formatted(documents, most));
    }
  }

  private static void refuseBeyond(long bytes, long most) {
    if (bytes > most) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "The body is longer than the memory of this server allows: %.1f MB. Nothing was changed. Send it in several parts, import it as a file, or start the server with more memory, such as EVENKEEL_JAVA_OPTS=-Xmx4g."
              .formatted(most / 1024.0 / 1024.0));
    }
  }
}
