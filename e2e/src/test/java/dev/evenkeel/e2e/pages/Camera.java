package dev.evenkeel.e2e.pages;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Takes pictures of what is seen of a page. */
public record Camera(Path folder) {

  /**
   * @param name of the file, without its ending
   */
  public void take(Page page, String name) throws IOException {
    Files.createDirectories(folder);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam small = writer.getDefaultWriteParam();
    small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    small.setCompressionQuality(0);
    try (var out = ImageIO.createImageOutputStream(file(name).toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(Palette.reduce(page.screenshot()), null, null), small);
    } finally {
      writer.dispose();
    }
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name + ".png");
    Files.deleteIfExists(file);
    return file;
  }
}
