package dev.kith.ingest.bluesky.stream;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket server that sends made-up events to whoever has said what they want. */
public final class RecordedJetstream implements AutoCloseable {
  private static final int MAX_BYTES = 65_536;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> hellos = new LinkedBlockingQueue<>();
  private final List<Channel> clients = new CopyOnWriteArrayList<>();
  private final Channel listener;
  private volatile List<String> events = List.of();
  private volatile boolean isClosing;

  /** Listens on a port of this machine. */
  public RecordedJetstream() {
    listener =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel client) {
                    client
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(MAX_BYTES),
                            new WebSocketServerProtocolHandler(
                                "/subscribe", null, false, MAX_BYTES, false, true),
                            new Subscriber());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  /** Where it is. */
  public URI address() {
    int port = ((InetSocketAddress) listener.localAddress()).getPort();
    return URI.create("ws://localhost:" + port + "/subscribe");
  }

  /** What the next client gets. */
  public void send(List<String> next) {
    events = List.copyOf(next);
  }

  /** Whether each connection is closed as soon as the client has said what it wants. */
  public void closeEach(boolean closing) {
    isClosing = closing;
  }

  /** The address that the next client asks for. */
  public String nextAddress() throws InterruptedException {
    return addresses.take();
  }

  /** The first message of the next client. */
  String nextHello() throws InterruptedException {
    return hellos.take();
  }

  /** Closes all connections. */
  public void disconnect() {
    clients.forEach(client -> client.close().syncUninterruptibly());
    clients.clear();
  }

  /** Stops the server; a second call has no effect. */
  @Override
  public void close() {
    if (group.isShuttingDown()) {
      return;
    }
    listener.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private final class Subscriber extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof HandshakeComplete handshake) {
        addresses.add(handshake.requestUri());
        clients.add(context.channel());
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame hello) {
      hellos.add(hello.text());
      if (isClosing) {
        var _ = context.close();
        return;
      }
      for (String event : events) {
        var _ = context.write(new TextWebSocketFrame(event));
      }
      context.flush();
    }
  }
}
