package dev.evenkeel.server.schedule.timetable.store;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.ProblemReader;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.optimiser.timetable.TimetableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Problems and timetables as JSON, packed with gzip. */
final class Packed {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Packed() {}

  static byte[] of(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Problem problem(byte[] packed) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return ProblemReader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Timetable timetable(byte[] packed) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return TimetableFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
