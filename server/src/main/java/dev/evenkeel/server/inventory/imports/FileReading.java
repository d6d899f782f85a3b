package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.imports.CsvProposal;
import dev.evenkeel.estate.imports.ImportFormat;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Imports;
import dev.evenkeel.estate.imports.TooLarge;
import dev.evenkeel.server.inventory.Room;
import dev.evenkeel.server.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads files that were brought, within the memory there is. A large file takes much of it until
 * all is done with what was read, so there is one at a time: {@link #turn}.
 */
@Component
class FileReading {
  /** A table of 11 MB of them is read, merged and applied in a heap of 512 MB. */
  private static final int TABLE = 40;

  /** Of JSON, XML and YAML every value is in memory, with its place. */
  private static final int TREE = 80;

  private final Room room;

  FileReading(Room room) {
    this.room = room;
  }

  /** Opens a file that is kept somewhere. */
  interface Opening {
    InputStream open() throws IOException;
  }

  <T> T turn(Room.Work<T> work) throws IOException {
    return room.turn(work);
  }

  /**
   * Which format a file seems to have.
   *
   * @throws Refused saying why that cannot be told
   */
  ImportFormat guess(String name, Opening file) throws IOException {
    Optional<ImportFormat> format =
        within(
            name,
            TABLE,
            room -> {
              try (InputStream in = file.open()) {
                return Imports.guess(name, in, room);
              }
            });
    if (format.isPresent()) {
      return format.get();
    }
    throw within(
        name,
        TABLE,
        room -> {
          try (InputStream in = file.open()) {
            return FormatChoice.unknown(name, Imports.obstacle(name, in, room));
          }
        });
  }

  /**
   * @throws Refused when there is no room for it
   */
  Imported read(ImportFormat format, Optional<TableMapping> mapping, String name, Opening file)
      throws IOException {
    Headway.begin(Headway.Stage.READING);
    boolean table = format.id().equals("csv");
    ImportFormat reader =
        table ? mapping.map(TableMapping::csv).map(Imports::csv).orElse(format) : format;
    return within(
        name,
        table ? TABLE : TREE,
        room -> {
          try (InputStream in = file.open()) {
            return Imports.read(reader, name, in, room);
          }
        });
  }

  /** What the columns of a table seem to mean; empty when it is none. */
  Optional<CsvProposal> columns(EntryKind kind, String name, Opening file) throws IOException {
    return within(
        name,
        TABLE,
        room -> {
          try (InputStream in = file.open()) {
            return Imports.propose(kind, name, in, room);
          }
        });
  }

  private interface Reading<T> {
    T within(long room) throws IOException;
  }

  private <T> T within(String name, int memoryPerByte, Reading<T> reading) throws IOException {
    long bytes = room.bytes(memoryPerByte);
    try {
      return reading.within(bytes);
    } catch (TooLarge tooLarge) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "'%s' is larger, unpacked, than the memory of this server allows: %d MB of such a file. Import it in several parts, or start the server with more memory, such as EVENKEEL_JAVA_OPTS=-Xmx4g."
              .formatted(name, bytes >> 20));
    }
  }
}
