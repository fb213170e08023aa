package dev.kith.ingest.bluesky.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** A name server on this machine that knows TXT records only (RFC 1035). */
final class TextRecordServer implements AutoCloseable {
  private static final int HEADER = 12;
  private static final short NO_SUCH_NAME = (short) 0x8183;
  private static final short FOUND = (short) 0x8180;
  private static final short NAME_OF_THE_QUESTION = (short) 0xC00C;
  private static final short TXT = 16;
  private static final short INTERNET = 1;

  private final DatagramSocket socket;
  private final Map<String, List<String>> records;

  private TextRecordServer(DatagramSocket socket, Map<String, List<String>> records) {
    this.socket = socket;
    this.records = records;
  }

  static TextRecordServer start(Map<String, List<String>> records) throws IOException {
    var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    var server = new TextRecordServer(socket, records);
    Thread.ofVirtual().start(server::serve);
    return server;
  }

  /** As JNDI wants it. */
  String address() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    var request = new DatagramPacket(new byte[512], 512);
    try {
      while (true) {
        socket.receive(request);
        byte[] answer = answer(ByteBuffer.wrap(request.getData(), 0, request.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, request.getSocketAddress()));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private byte[] answer(ByteBuffer request) {
    short id = request.getShort(0);
    request.position(HEADER);
    List<String> texts = records.getOrDefault(name(request), List.of());
    int end = request.position() + 4;
    ByteBuffer answer = ByteBuffer.allocate(512);
    answer.putShort(id).putShort(texts.isEmpty() ? NO_SUCH_NAME : FOUND);
    answer.putShort((short) 1).putShort((short) texts.size()).putInt(0);
    answer.put(request.slice(HEADER, end - HEADER));
    for (String text : texts) {
      answer.putShort(NAME_OF_THE_QUESTION).putShort(TXT).putShort(INTERNET).putInt(60);
      answer.putShort((short) (text.length() + 1)).put((byte) text.length());
      answer.put(text.getBytes(US_ASCII));
    }
    byte[] bytes = new byte[answer.position()];
    answer.get(0, bytes);
    return bytes;
  }

  private static String name(ByteBuffer request) {
    var name = new StringBuilder();
    for (int length = request.get(); length > 0; length = request.get()) {
      byte[] label = new byte[length];
      request.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, US_ASCII));
    }
    return name.toString();
  }

  @Override
  public void close() {
    socket.close();
  }
}
