Feature: Before a member starts
  To register a CAC a member needs three things: a computer with a card reader and CAC software,
  the PIN of the CAC, and a portal account that opens with a username and password.

  @need-reader
  Rule: The computer has a card reader, and the CAC software reads the card in it

    @hardware-safe
    Scenario: Ada's CAC software reads the certificates of her CAC
      Given Ada's CAC is in the reader
      When Ada looks at her CAC with the CAC software
      Then the CAC software shows the certificates of Ada's CAC

    @hardware-safe
    Scenario: Ada's computer lists the card reader that her CAC is in
      Given Ada's CAC is in the reader
      When Ada looks at her card readers
      Then a card reader with a card in it is listed

    Scenario Outline: <middleware> tells Ada that no smart card is inserted
      When Ada asks <middleware> for her certificates without a card
      Then <middleware> says that no smart card is inserted
      And Ada's browser has no certificates

      Examples:
        | middleware    |
        | ActivClient   |
        | ActivCard Gold |

  @need-pin
  Rule: A PIN is sent only when the tries left are known

    @presents-pin-1 @hardware-safe @says-that-it-is-verified
    Scenario: Ada's CAC accepts her PIN
      Given Ada's CAC is in the reader
      When Ada enters her PIN
      Then Ada's CAC accepts the PIN
      And the tries left were known before the PIN was sent

    @presents-pin-1
    Scenario: Ada's CAC has two tries left after a wrong PIN
      Given Ada's CAC is in the reader
      When Ada enters a wrong PIN
      Then Ada's CAC refuses the PIN with 2 tries left

    @presents-pin-2 @says-that-it-is-verified
    Scenario: Ada's CAC has three tries again after the right PIN
      Given Ada's CAC has 2 tries left already
      When Ada enters her PIN
      Then Ada's CAC accepts the PIN
      And Ada's CAC has 3 tries left

    @presents-pin-3
    Scenario: Ada's CAC is blocked after the third wrong PIN
      Given Ada's CAC has 1 try left already
      When Ada enters a wrong PIN
      Then Ada's CAC is blocked

    @presents-pin-3
    Scenario: Ada's blocked CAC is not sent another PIN
      Given Ada's CAC is blocked already
      When Ada enters her PIN
      Then no PIN is sent
      And Ada's CAC is blocked

    @presents-pin-1
    Scenario: Ada's CAC forgets that the PIN was entered when it is pulled
      Given Ada has entered her PIN
      When Ada pulls her CAC and puts it in again
      Then Ada's CAC wants the PIN again

  @need-password
  Rule: The account opens with a username and password

    @hardware-safe
    Scenario: The portal accepts Ada's username and password
      When Ada logs in with her username and password
      Then Ada's account home is shown

    Scenario: The portal refuses a wrong password for Ada's account
      When Ada logs in with a wrong password
      Then the portal refuses the login because the username or password is wrong
      And Ada has no session
