package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.Opened;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.ProblemReader;
import dev.evenkeel.optimiser.problem.ProblemUnfit;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.optimiser.timetable.TimetableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** A file that is read, packed with gzip or not. */
final class Source {
  /** Ten times a problem of 5,000 upgrades; a small file can be packed that grows without end. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int MOST_FINDINGS = 20;

  private Source() {}

  static Problem problem(String file) {
    return read(file, "no problem of the format " + Problem.FORMAT, ProblemReader::read);
  }

  static Timetable timetable(String file) {
    return read(file, "no timetable", TimetableFile::read);
  }

  private static <T> T read(String file, String isNot, Function<InputStream, T> reader) {
    try (InputStream in = Opened.at(Path.of(file), MOST_BYTES)) {
      return reader.apply(in);
    } catch (ProblemUnfit unfit) {
      throw refused("%s is %s:%n%s".formatted(file, isNot, findings(unfit)), unfit);
    } catch (NoSuchFileException e) {
      throw refused("There is no file %s. Check the path.".formatted(file), e);
    } catch (IOException | InvalidPathException e) {
      throw refused(
          "%s cannot be read: %s. Check that it is a file you may read.".formatted(file, why(e)),
          e);
    }
  }

  private static String findings(ProblemUnfit unfit) {
    var all = unfit.findings();
    String first =
        String.join("\n", all.stream().limit(MOST_FINDINGS).map(one -> "  " + one).toList());
    return all.size() <= MOST_FINDINGS
        ? first
        : first + "\n  and %,d more".formatted(all.size() - MOST_FINDINGS);
  }

  private static String why(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Trouble refused(String says, Exception why) {
    return new Trouble(ExitCode.REFUSED, says, why);
  }
}
