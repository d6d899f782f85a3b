package dev.evenkeel.optimiser.timetable;

import dev.evenkeel.optimiser.problem.Misread;
import dev.evenkeel.optimiser.problem.ProblemUnfit;
import java.io.InputStream;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Timetables as files: {@code {"assignments": [{"upgrade": …, "mode": …, "start": …}]}}. */
public final class TimetableFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private TimetableFile() {}

  /**
   * @param in JSON; left open
   * @throws ProblemUnfit when it is no timetable
   */
  public static Timetable read(InputStream in) {
    try {
      return MAPPER.readValue(in, Timetable.class);
    } catch (JacksonException e) {
      throw new ProblemUnfit(List.of(Misread.says(e)));
    }
  }

  /** As JSON. */
  public static String text(Timetable timetable) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(timetable) + "\n";
  }
}
