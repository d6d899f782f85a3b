package dev.evenkeel.e2e.pages;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture of a page in its 256 most frequent colours, which makes its file a third as large. */
final class Palette {
  private static final int SIZE = 256;

  private final int[] colours;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  private Palette(BufferedImage picture) {
    Map<Integer, Integer> count = new HashMap<>();
    for (int pixel : pixels(picture)) {
      count.merge(pixel, 1, Integer::sum);
    }
    colours =
        count.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(SIZE)
            .mapToInt(Map.Entry::getKey)
            .toArray();
  }

  /**
   * @param png as a browser writes it
   */
  static BufferedImage reduce(byte[] png) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    return new Palette(picture).paint(picture);
  }

  private BufferedImage paint(BufferedImage picture) {
    int[] padded = Arrays.copyOf(colours, SIZE);
    var model =
        new IndexColorModel(8, SIZE, padded, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    var painted =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    int[] places = Arrays.stream(pixels(picture)).map(this::place).toArray();
    painted.getRaster().setPixels(0, 0, picture.getWidth(), picture.getHeight(), places);
    return painted;
  }

  private int place(int colour) {
    return nearest.computeIfAbsent(
        colour,
        c ->
            IntStream.range(0, colours.length)
                .boxed()
                .min(Comparator.comparing(at -> distance(c, colours[at])))
                .orElseThrow());
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }

  private static int[] pixels(BufferedImage picture) {
    int[] all =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return Arrays.stream(all).map(pixel -> pixel & 0xffffff).toArray();
  }
}
