package dev.kith.embedded.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Checks over HTTP whether a part answers. */
public final class HttpProbe {

  private static final int TIMEOUT_MILLIS = 5_000;

  private HttpProbe() {}

  public static boolean answers(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }
}
