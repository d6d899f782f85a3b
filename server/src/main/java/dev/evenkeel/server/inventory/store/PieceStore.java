package dev.evenkeel.server.inventory.store;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Large texts that belong to an import, packed and in pieces, so that no one is ever whole. */
@Repository
public class PieceStore {
  private static final int BYTES = 1 << 20;

  /** What is kept of an import. */
  public enum Part {
    /** The file as it came, until it is applied or discarded. */
    FILE,
    /** All that is rejected of it. */
    REJECTED
  }

  /** Writes something to its end. */
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private final JdbcClient jdbc;

  PieceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps it in the place of what was there. */
  public void keep(long id, Part part, Writing writing) throws IOException {
    drop(id, part);
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(new Pieces(id, part), BYTES), 1 << 16)) {
      writing.to(out);
    }
  }

  /** Nothing, when there is none. */
  public InputStream open(long id, Part part) throws IOException {
    Optional<byte[]> first = piece(id, part, 0);
    return first.isEmpty()
        ? InputStream.nullInputStream()
        : new GZIPInputStream(new SequenceInputStream(new Reading(id, part, first)), 1 << 16);
  }

  public void drop(long id, Part part) {
    jdbc.sql("delete from inventory_import_piece where import = :id and part = :part")
        .param("id", id)
        .param("part", part.name())
        .update();
  }

  private Optional<byte[]> piece(long id, Part part, int seq) {
    return jdbc.sql(
            "select bytes from inventory_import_piece where import = :id and part = :part and seq = :seq")
        .param("id", id)
        .param("part", part.name())
        .param("seq", seq)
        .query(byte[].class)
        .optional();
  }

  private final class Pieces extends OutputStream {
    private final long id;
    private final Part part;
    private int seq;

    Pieces(long id, Part part) {
      this.id = id;
      this.part = part;
    }

    @Override
    public void write(int single) {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      jdbc.sql(
              "insert into inventory_import_piece (import, part, seq, bytes) values (:id, :part, :seq, :bytes)")
          .param("id", id)
          .param("part", part.name())
          .param("seq", seq++)
          .param("bytes", Arrays.copyOfRange(bytes, from, from + length))
          .update();
    }
  }

  private final class Reading implements Enumeration<InputStream> {
    private final long id;
    private final Part part;
    private Optional<byte[]> next;
    private int seq;

    Reading(long id, Part part, Optional<byte[]> first) {
      this.id = id;
      this.part = part;
      this.next = first;
    }

    @Override
    public boolean hasMoreElements() {
      return next.isPresent();
    }

    @Override
    public InputStream nextElement() {
      byte[] bytes = next.orElseThrow(NoSuchElementException::new);
      next = piece(id, part, ++seq);
      return new ByteArrayInputStream(bytes);
    }
  }
}
