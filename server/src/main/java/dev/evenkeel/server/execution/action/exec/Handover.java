package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.shared.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * Hands what a command prints over to the engine, piece by piece, each exactly once.
 *
 * <ol>
 *   <li>Before a piece is handed over, a note is made: from where to where it goes in the two
 *       files, and how much the engine had before.
 *   <li>Whoever comes next compares: has the engine got more than the note says, the piece has
 *       arrived and the next one begins where it ends; otherwise it is handed over again.
 * </ol>
 *
 * While the command runs, only whole lines are handed over, and of a very long line what cannot be
 * the beginning of a secret, so that none is cut in two where it would no longer be recognised and
 * masked. Of a stream that prints more than twice {@link Stream#PART}, the beginning is shown live
 * and the last part when the command has ended.
 */
final class Handover {
  private final AttemptFolder folder;
  private final Attempt.Output output;
  private final Stream out;
  private final Stream err;

  Handover(AttemptFolder folder, Attempt.Output output) {
    this.folder = folder;
    this.output = output;
    this.out = new Stream(new Printed(folder.out()), "stdout", output);
    this.err = new Stream(new Printed(folder.err()), "stderr", output);
  }

  /**
   * @param ended whether nothing will be printed any more
   */
  void handOver(boolean ended) throws IOException {
    Note note = note();
    boolean arrived = output.length() > note.before;
    long outAt = arrived ? note.outTo : note.outFrom;
    long errAt = arrived ? note.errTo : note.errFrom;
    while (true) {
      var outPiece = out.next(outAt, ended);
      var errPiece = err.next(errAt, ended);
      var text = outPiece.text() + errPiece.text();
      if (text.isEmpty()) {
        return;
      }
      new Note(output.length(), outAt, outPiece.to(), errAt, errPiece.to()).write(folder);
      output.append(text);
      outAt = outPiece.to();
      errAt = errPiece.to();
    }
  }

  private Note note() throws IOException {
    try {
      return Note.parse(Files.readString(folder.path().resolve(Note.FILE)));
    } catch (NoSuchFileException none) {
      return new Note(0, 0, 0, 0, 0);
    }
  }

  /**
   * @param before how much the engine had before the piece
   */
  private record Note(long before, long outFrom, long outTo, long errFrom, long errTo) {
    static final String FILE = "handed-over";

    static Note parse(String line) {
      var numbers = Arrays.stream(line.strip().split(" ")).mapToLong(Long::parseLong).toArray();
      return new Note(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    void write(AttemptFolder folder) throws IOException {
      PrivateFile.write(
          folder.path().resolve(FILE),
          "%d %d %d %d %d\n".formatted(before, outFrom, outTo, errFrom, errTo));
    }
  }
}
