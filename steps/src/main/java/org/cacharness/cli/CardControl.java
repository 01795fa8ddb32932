package org.cacharness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.cli.CardLauncher.CardsInReaders;
import org.jspecify.annotations.Nullable;

/**
 * How {@code cac card pull} and {@code cac card insert} reach the {@code cac card} that runs: a socket in its folder, which only
 * the same user can enter. A line with the word goes in, a line with the outcome comes out.
 */
final class CardControl implements AutoCloseable {
    private static final String SOCKET = "card-control";
    private static final String FOLDERS = "cacharness-reader-*";

    private final Path socket;
    private final ServerSocketChannel server;
    private final CardsInReaders cards;

    private CardControl(Path socket, ServerSocketChannel server, CardsInReaders cards) {
        this.socket = socket;
        this.server = server;
        this.cards = cards;
    }

    /** Listens, in a daemon thread that ends when this is closed. */
    static CardControl of(CardsInReaders cards) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Path socket = cards.folder().resolve(SOCKET);
        server.bind(UnixDomainSocketAddress.of(socket));
        CardControl control = new CardControl(socket, server, cards);
        Thread thread = new Thread(control::serve, "cac-card-control");
        thread.setDaemon(true);
        thread.start();
        return control;
    }

    /**
     * Asks the card that runs.
     *
     * @param temporary where the folders of running cards are
     * @param word {@code pull} or {@code insert}
     * @param holder whose card, or null for the only one
     * @return what came of it
     * @throws BadInputException if not exactly one card runs
     */
    static String ask(Path temporary, String word, @Nullable String holder) throws BadInputException {
        List<SocketChannel> running = running(temporary);
        try {
            if (running.size() != 1) {
                throw new BadInputException("card " + word + ": expected one running 'cac card', got " + running.size()
                        + (running.isEmpty() ? ": start it in another terminal" : ": end all but one"));
            }
            SocketChannel channel = running.get(0);
            channel.write(ByteBuffer.wrap((holder == null ? word + "\n" : word + " " + holder + "\n").getBytes(UTF_8)));
            return answer(channel);
        } catch (IOException e) {
            throw new BadInputException("card " + word + ": the running 'cac card' ended meanwhile", e);
        } finally {
            running.forEach(CardControl::end);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        String line = reader(channel).readLine();
        if (line == null) {
            throw new EOFException("Card control: expected an answer, got the end of the connection");
        }
        return line;
    }

    private static List<SocketChannel> running(Path temporary) {
        List<SocketChannel> running = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, FOLDERS)) {
            for (Path folder : folders) {
                connect(folder.resolve(SOCKET), running);
            }
        } catch (IOException unreadable) {
            return running;
        }
        return running;
    }

    /** A socket of a crashed one is there and refuses; one of another user cannot be entered. */
    private static void connect(Path socket, List<SocketChannel> running) {
        try {
            running.add(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        } catch (IOException notRunning) {
            // Not ours, or not alive
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                String answer = carryOut(String.valueOf(reader(client).readLine()));
                client.write(ByteBuffer.wrap((answer + "\n").getBytes(UTF_8)));
            } catch (IOException clientGone) {
                // The next one may come
            }
        }
    }

    private String carryOut(String line) {
        String[] words = line.split(" ", 2);
        List<String> holders = cards.holders();
        String holder = words.length == 2 ? words[1] : holders.size() == 1 ? holders.get(0) : "";
        if (!holders.contains(holder)) {
            return "Expected whose card: " + String.join(" or ", holders);
        }
        try {
            return moved(words[0], holder, holders.size() == 1 ? "The card" : "The card of " + holder);
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String moved(String word, String holder, String card) {
        switch (word) {
            case "pull" -> {
                cards.pull(holder);
                return card + " is out of the reader";
            }
            case "insert" -> {
                cards.insert(holder);
                return card + " is in the reader";
            }
            default -> {
                return "Expected pull or insert";
            }
        }
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), UTF_8));
    }

    private static void end(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is as closed as it will be
        }
    }

    /** The file goes first: while a thread waits in {@code accept}, the kernel lets others connect to a closed socket. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(socket);
            server.close();
        } catch (IOException e) {
            // The folder goes, and the socket with it
        }
    }
}
