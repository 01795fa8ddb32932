@activclient
Feature: Step 3 with ActivClient: make certificates available to Windows
  The browser can offer a certificate only when the CAC software has made it available. ActivClient does
  so from its User Console, under Tools › Advanced.

  @step-3
  Rule: The browser has the card's certificates only afterwards

    @hardware-safe
    Scenario: Ada's browser gets the certificates of her CAC from ActivClient
      Given Ada's CAC is in the reader
      And Ada's browser has no certificates
      When Ada makes her certificates available with ActivClient
      Then Ada's browser has exactly the certificates of her CAC

    Scenario: Ada's browser gets nothing while the ActivClient command has not been chosen
      Given Ada's CAC is in the reader
      When Ada opens the ActivClient User Console
      Then Ada's browser has no certificates

  Rule: Each part of the way is where the procedure says it is

    Background:
      Given Ada's CAC is in the reader

    @activclient-1 @hardware-safe
    Scenario: The Start menu shows Programs
      When Ada goes as far as "Start" on the way to ActivClient
      Then "Programs" can be chosen

    @activclient-2 @hardware-safe
    Scenario: Programs shows the ActivIdentity folder
      When Ada goes as far as "Programs" on the way to ActivClient
      Then "ActivIdentity" can be chosen

    @activclient-3 @hardware-safe
    Scenario: The ActivIdentity folder shows ActivClient
      When Ada goes as far as "ActivIdentity" on the way to ActivClient
      Then "ActivClient" can be chosen

    @activclient-4 @hardware-safe
    Scenario: User Console opens the ActivClient window
      When Ada goes as far as "User Console" on the way to ActivClient
      Then the ActivClient window is open

    @activclient-5 @hardware-safe
    Scenario: Tools › Advanced has the command that makes certificates available to Windows
      When Ada goes as far as "Advanced" on the way to ActivClient
      Then "Make Certificates Available to Windows" can be chosen

    @activclient-6 @hardware-safe
    Scenario: ActivClient says that the certificates have been made available
      When Ada chooses the ActivClient command
      Then ActivClient says that the certificates were made available to Windows

    @activclient-6
    Scenario: The ActivClient window stays open until its message is answered
      Given ActivClient shows its message
      When Ada tries to close the window
      Then the message is still there

    @activclient-7 @hardware-safe
    Scenario: The ActivClient window closes after OK
      Given ActivClient shows its message
      When Ada answers "OK" and closes the window
      Then no window is open
