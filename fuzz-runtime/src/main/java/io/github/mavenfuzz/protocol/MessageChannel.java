// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One connection between coordinator and worker: JSON objects, one per line. One thread reads; any
 * may write.
 */
public final class MessageChannel implements Closeable {

  /** A line longer than this is not from us: the largest message holds an input of 64 MiB. */
  private static final int MAX_LINE = 256 << 20;

  /** Reading a line takes several times the memory of the line. */
  private static final int HEAP_PER_LINE = 6;

  private final SocketChannel socket;
  private final long longest;
  private final ByteBuffer received = ByteBuffer.allocate(1 << 16).flip();

  /** Takes a connected, blocking channel over. */
  public MessageChannel(SocketChannel socket) {
    this(socket, Math.min(MAX_LINE, Runtime.getRuntime().maxMemory() / HEAP_PER_LINE));
  }

  /** The same with a limit on what is received, in bytes of a line. */
  MessageChannel(SocketChannel socket, long longest) {
    this.socket = socket;
    this.longest = longest;
  }

  /** Sends a call. */
  public void send(Call call) throws IOException {
    sendLine(MessageJson.toJson(call));
  }

  /** Sends a response. */
  public void send(Response response) throws IOException {
    sendLine(MessageJson.toJson(response));
  }

  /**
   * Waits for a call.
   *
   * @throws EOFException if the other side has closed the connection
   * @throws ProtocolException if what comes is not a call
   */
  public Call receiveCall() throws IOException {
    return MessageJson.toCall(receiveLine());
  }

  /**
   * Waits for a response.
   *
   * @throws EOFException if the other side has closed the connection
   * @throws ProtocolException if what comes is not a response
   */
  public Response receiveResponse() throws IOException {
    return MessageJson.toResponse(receiveLine());
  }

  private synchronized void sendLine(String json) throws IOException {
    ByteBuffer out = ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
    while (out.hasRemaining()) {
      socket.write(out);
    }
  }

  private String receiveLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (!takeUntilNewline(line)) {
      if (line.size() > longest) {
        throw new ProtocolException(
            "a message of more than %s bytes, which this JVM's heap of %s MB has no room for"
                .formatted(longest, Runtime.getRuntime().maxMemory() >> 20));
      }
      received.clear();
      int count = socket.read(received);
      received.flip();
      if (count < 0) {
        throw new EOFException("connection closed");
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Moves received bytes to the line; true if it is complete. */
  private boolean takeUntilNewline(ByteArrayOutputStream line) {
    byte[] bytes = received.array();
    int start = received.position();
    int end = start;
    while (end < received.limit() && bytes[end] != '\n') {
      end++;
    }
    line.write(bytes, start, end - start);
    boolean complete = end < received.limit();
    received.position(complete ? end + 1 : end);
    return complete;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
