@closes-browsers
Feature: 403 Error – Access Forbidden
  A temporary internet file that got damaged on the way makes the portal refuse every page. The file stays in the
  browser's cache until it is deleted, a browser that is open keeps its own copy in memory, and the address of the
  refused page carries the damage along. So the procedure says: delete the files, close every browser, open a new one,
  and type the address.

  @forbidden-403
  Rule: A corrupt temporary internet file makes the portal answer 403

    Scenario: Ada gets a 403 because a file in her browser's cache is corrupt
      Given a temporary internet file of Ada's browser is corrupt
      When Ada logs in with her username and password
      Then the portal answers "403 Error – Access Forbidden"
      And the file in the cache differs from the one that the portal serves

    Scenario: Bob gets no 403 at his own computer meanwhile
      Given a temporary internet file of Ada's browser is corrupt
      When Bob logs in at his own computer
      Then Bob's account home is shown

  @forbidden-403-recovery
  Rule: All of the recovery heals it

    Scenario: Ada is let in after deleting the files, closing every browser, and typing the address in a new one
      Given Ada gets a 403 because of a corrupt temporary internet file
      When Ada deletes the temporary files, closes every browser, opens a new one and types the address
      Then Ada can log in with her username and password

  @forbidden-403-recovery
  Rule: With any part left out the 403 stays

    Scenario Outline: Ada still gets a 403 when she <attempt>
      Given Ada gets a 403 because of a corrupt temporary internet file
      When Ada <attempt>
      Then the 403 is still there

      Examples:
        | attempt                                                                         |
        | reloads the page                                                                |
        | logs in again                                                                   |
        | closes every browser, opens a new one and types the address                     |
        | deletes the temporary files and types the address in the same browser           |
        | deletes the temporary files, closes one of two browsers and types the address   |
        | deletes the temporary files, closes every browser and goes back to the last page |
