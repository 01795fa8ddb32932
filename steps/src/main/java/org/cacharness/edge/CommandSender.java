package org.cacharness.edge;

/** Commands out, responses in, over one connection. */
final class CommandSender {
    private static final int SELECT = 0xA4;
    private static final int BY_NAME = 0x04;

    private final CardConnection connection;

    CommandSender(CardConnection connection) {
        this.connection = connection;
    }

    ResponseApdu send(CommandApdu command) throws CardConnectionException {
        return send(command.toBytes());
    }

    ResponseApdu send(byte[] command) throws CardConnectionException {
        return ResponseApdu.of(connection.transceive(command));
    }

    StatusWord select(Aid aid) throws CardConnectionException {
        return send(CommandApdu.of(0x00, SELECT, BY_NAME, 0x00)
                        .data(aid.bytes())
                        .expecting(256))
                .statusWord();
    }

    void requireDone(String operation, StatusWord statusWord, String advice) {
        if (!statusWord.isDone()) {
            throw CardAnswerException.unexpected(operation, "9000", statusWord, advice);
        }
    }
}
