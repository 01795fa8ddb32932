@activgold
Feature: Step 3 with ActivCard Gold: register certificates
  Older computers have ActivCard Gold. Its utilities register the card's certificates from the Tools menu,
  after asking whether to do so.

  @step-3
  Rule: The browser has the card's certificates only afterwards

    @hardware-safe
    Scenario: Ada's browser gets the certificates of her CAC from ActivCard Gold
      Given Ada's CAC is in the reader
      And Ada's browser has no certificates
      When Ada makes her certificates available with ActivCard Gold
      Then Ada's browser has exactly the certificates of her CAC

    Scenario: Ada's browser gets nothing while the ActivCard Gold command has not been chosen
      Given Ada's CAC is in the reader
      When Ada opens the Active Card Gold Utilities
      Then Ada's browser has no certificates

  Rule: Each part of the way is where the procedure says it is

    Background:
      Given Ada's CAC is in the reader

    @activgold-1 @hardware-safe
    Scenario: The Start menu leads to Programs
      When Ada goes as far as "Start" on the way to ActivCard Gold
      Then "Programs" can be chosen

    @activgold-2 @hardware-safe
    Scenario: Programs shows the Active Card Gold Folder
      When Ada goes as far as "Programs" on the way to ActivCard Gold
      Then "Active Card Gold Folder" can be chosen

    @activgold-3 @hardware-safe
    Scenario: The Active Card Gold Folder shows the utilities
      When Ada goes as far as "Active Card Gold Folder" on the way to ActivCard Gold
      Then "Active Card Gold Utilities" can be chosen

    @activgold-4 @hardware-safe
    Scenario: Active Card Gold Utilities opens the utilities' window
      When Ada goes as far as "Active Card Gold Utilities" on the way to ActivCard Gold
      Then the ActivCard Gold window is open

    @activgold-5 @hardware-safe
    Scenario: Tools has the command that registers certificates
      When Ada goes as far as "Tools" on the way to ActivCard Gold
      Then "Register Certificates" can be chosen

    @activgold-6 @hardware-safe
    Scenario: ActivCard Gold asks before it registers anything
      When Ada chooses the ActivCard Gold command
      Then ActivCard Gold asks whether to register the certificates
      And Ada's browser has no certificates

    @activgold-6
    Scenario: ActivCard Gold registers nothing after NO
      Given ActivCard Gold asks whether to register the certificates, and waits
      When Ada answers "NO"
      Then Ada's browser has no certificates

    @activgold-6
    Scenario: The utilities' window stays open until its prompt is answered
      Given ActivCard Gold asks whether to register the certificates, and waits
      When Ada tries to close the window
      Then the prompt is still there

    @activgold-7 @hardware-safe
    Scenario: ActivCard Gold says that the certificates were installed
      Given ActivCard Gold asks whether to register the certificates, and waits
      When Ada answers "YES"
      Then ActivCard Gold says that the certificate was successfully installed

    @activgold-8 @hardware-safe
    Scenario: The utilities' window closes after OK
      Given ActivCard Gold shows its message
      When Ada answers "OK" and closes the window
      Then no window is open
